/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Lays out the folder that a {@link KeycloakServer} runs in. */
final class ServerFolder {

    private final List<Path> realms = new ArrayList<>();
    private String name = "keycloak";
    private String version = TestSettings.keycloakVersion();
    private Path extension = TestSettings.jar();
    private boolean keep;
    private List<String> build;

    void name(String value) {
        name = value;
    }

    void version(String value) {
        version = value;
    }

    void extension(Path jar) {
        extension = jar;
    }

    void keep() {
        keep = true;
    }

    /** Has it built with these options; null leaves that to the server's first start. */
    void built(List<String> options) {
        build = options;
    }

    void realm(Path json) {
        realms.add(json);
    }

    /**
     * Makes the folder and puts the extension's JAR and the realms in.
     *
     * @throws UncheckedIOException if a file is missing or cannot be written
     */
    Path prepare() {
        Path home = TestSettings.servers().resolve(name).toAbsolutePath();
        try {
            if (!(keep && Files.exists(home))) {
                fill(home);
            }
            copyIfChanged(extension, home.resolve("providers"));
            for (Path realm : realms) {
                copyIfChanged(realm, home.resolve("data/import"));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home, e);
        }
    }

    private void fill(Path home) throws IOException {
        Distribution.delete(home);
        Files.deleteIfExists(home.resolveSibling(home.getFileName() + ".log"));
        Files.createDirectories(home.getParent());
        if (build == null) {
            Distribution.unpack(TestSettings.distribution(version), home);
        } else {
            Distribution.copy(Builds.with(version, extension, build), home);
        }
    }

    // An equal file keeps its time, because Keycloak takes a newer one for a reason to build again.
    private static void copyIfChanged(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path copy = folder.resolve(file.getFileName());
        if (!Files.exists(copy) || Files.mismatch(file, copy) != -1) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
