/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Examples, copied to where a test may install what they need. */
final class ExampleFolder {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private ExampleFolder() {}

    /** Copies the files of the examples of these names into folders of the same names. */
    static void copy(Path folder, String... names) throws IOException {
        for (String name : List.of(names)) {
            copyFiles(EXAMPLES.resolve(name), folder.resolve(name));
        }
    }

    /** Copies an example with the folders below it, but for what was built there. */
    static void copyTree(Path folder, String name) throws IOException {
        Path example = EXAMPLES.resolve(name);
        try (Stream<Path> all = Files.walk(example)) {
            for (Path path : all.filter(Files::isDirectory)
                    .filter(below -> !example.relativize(below).startsWith("target"))
                    .toList()) {
                copyFiles(path, folder.resolve(name).resolve(example.relativize(path)));
            }
        }
    }

    /** Copies the files of a folder, without folders below it. */
    static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
