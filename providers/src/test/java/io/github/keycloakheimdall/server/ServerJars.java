/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The JARs that the server is made of which the run is of. */
public final class ServerJars {

    /** What a server runs with, and not what it is built with. */
    private static final Pattern LIBRARY = Pattern.compile(".*/lib/lib/(boot|main)/[^/]*\\.jar");

    private ServerJars() {}

    /**
     * Takes them out of the distribution.
     *
     * @throws IOException if the distribution cannot be read, or the folder cannot be written
     */
    public static List<Path> into(Path folder) throws IOException {
        Path zip = TestSettings.distribution(TestSettings.keycloakVersion());
        List<Path> jars = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (LIBRARY.matcher(entry.getName()).matches()) {
                    Path jar = folder.resolve(Path.of(entry.getName()).getFileName());
                    Files.copy(entries, jar);
                    jars.add(jar);
                }
            }
        }
        return jars;
    }
}
