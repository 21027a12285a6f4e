/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The server's files: unpacking the zip that Maven Central has, copying and deleting what was unpacked. */
final class Distribution {

    private Distribution() {}

    /**
     * Unpacks the zip, whose one top folder becomes {@code home}.
     *
     * @throws IOException if the zip cannot be read, or {@code home} cannot be written
     */
    static void unpack(Path zip, Path home) throws IOException {
        // Unpacked beside and then moved, so that an interrupted run never leaves half a server behind.
        Path partial = home.resolveSibling(home.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                write(entry, entries, partial);
            }
        }
        Path top = onlyFolderIn(partial);
        markScriptsExecutable(top);
        Files.move(top, home);
        delete(partial);
    }

    /**
     * Copies a server. Times are kept, because Keycloak compares those of the JARs in providers/ with the ones it was
     * built with.
     *
     * @throws IOException if a file cannot be read or written
     */
    static void copy(Path source, Path home) throws IOException {
        for (Path file : tree(source)) {
            Files.copy(file, home.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /**
     * Deletes a folder with all that is in it; nothing happens if there is none.
     *
     * @throws IOException if something in it cannot be deleted
     */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files = tree(folder);
            files.sort(Comparator.reverseOrder());
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("Entry outside of its zip: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
        }
    }

    private static Path onlyFolderIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> all = children.toList();
            if (all.size() != 1) {
                throw new IOException("Expected one top folder in the distribution, found " + all);
            }
            return all.get(0);
        }
    }

    // A ZipInputStream does not tell the permissions, and the scripts are all that needs one.
    private static void markScriptsExecutable(Path home) throws IOException {
        try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
            for (Path script :
                    scripts.filter(path -> path.toString().endsWith(".sh")).toList()) {
                if (!script.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make executable: " + script);
                }
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.toList());
        }
    }
}
