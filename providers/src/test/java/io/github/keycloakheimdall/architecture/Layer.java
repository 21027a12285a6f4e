/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The layers of the code, the lowest first. Each package's {@code package-info} says by its first word which one it is
 * of.
 */
enum Layer {
    GROUND,
    MODEL,
    CALLER,
    SERVICE,
    FEATURE,
    DOORS;

    static final String ROOT = "io.github.keycloakheimdall";

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern DESCRIBED =
            Pattern.compile("/\\*\\*[\\s*]*(\\w+): [^@]+\\.\\s+\\*/\\s+(?:@\\w+\\s+)*package ([\\w.]+);\\s+");

    /** The packages of each layer. */
    static Map<Layer, List<String>> packages() throws IOException {
        Map<Layer, List<String>> packages = new EnumMap<>(Layer.class);
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.endsWith("package-info.java")).sorted().forEach(file -> {
                Matcher described = described(file);
                packages.computeIfAbsent(named(described.group(1), file), none -> new ArrayList<>())
                        .add(described.group(2));
            });
        }
        return packages;
    }

    /** The folders that hold classes. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static Matcher described(Path file) {
        try {
            Matcher matcher = DESCRIBED.matcher(Files.readString(file));
            if (matcher.find()) {
                return matcher;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new AssertionError(file + " does not say of which layer the package is, and what it is for");
    }

    private static Layer named(String word, Path file) {
        return Arrays.stream(values())
                .filter(layer -> layer.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " names a layer that is none: " + word));
    }
}
