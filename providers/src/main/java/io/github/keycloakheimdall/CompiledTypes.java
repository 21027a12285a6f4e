/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes that the build compiled, for what it makes of them. */
final class CompiledTypes {

    private CompiledTypes() {}

    /** The folder of the classes that the document is made of. */
    static Path folder() {
        try {
            return Path.of(CompiledTypes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Class<?>> of(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            List<Class<?>> types = new ArrayList<>();
            files.map(file -> classes.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "."))
                    .filter(file -> file.endsWith(".class"))
                    .forEach(file -> types.add(load(file.substring(0, file.length() - ".class".length()))));
            return types.stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, CompiledTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
