/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The constants of Keycloak that the code names. The compiler copies the value of each into the JAR, where neither a
 * server nor the bytecode tells any more that it was Keycloak's.
 */
final class InlinedConstants {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?(org\\.keycloak\\.[\\w.]+)\\.(\\w+);");

    private InlinedConstants() {}

    /** The values that a server has for the constants, by their names; what is no constant there is left out. */
    static Map<String, Object> of(ClassLoader server) {
        Map<String, Object> values = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(InlinedConstants::read)
                    // What a line lacks is called from these, where it is there.
                    .filter(source -> !source.contains("@Needs("))
                    .forEach(source -> collect(source, server, values));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return values;
    }

    private static void collect(String source, ClassLoader server, Map<String, Object> values) {
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            if (imports.group(1) != null) {
                put(values, server, imports.group(2), imports.group(3));
                continue;
            }
            String type = imports.group(2) + '.' + imports.group(3);
            Matcher uses = Pattern.compile(
                            "\\b" + imports.group(3) + "((?:\\.[A-Z]\\w*?[a-z]\\w*)*)\\.([A-Z][A-Z0-9_]*)\\b")
                    .matcher(source);
            while (uses.find()) {
                put(values, server, type + uses.group(1).replace('.', '$'), uses.group(2));
            }
        }
    }

    private static void put(Map<String, Object> values, ClassLoader server, String type, String name) {
        value(server, type.replace('.', '/'), name).ifPresent(value -> values.put(type + '.' + name, value));
    }

    private static Optional<Object> value(ClassLoader server, String type, String name) {
        try (InputStream bytes = server.getResourceAsStream(type + ".class")) {
            if (bytes == null) {
                return Optional.empty();
            }
            ClassReader reader = new ClassReader(bytes);
            Constant constant = new Constant(name);
            reader.accept(constant, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return Optional.ofNullable(constant.value).or(() -> Stream.of(reader.getInterfaces())
                    .flatMap(parent -> value(server, parent, name).stream())
                    .findFirst());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps the value of one constant of a class; null where it has none of that name. */
    private static final class Constant extends ClassVisitor {

        private final String name;
        private Object value;

        Constant(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public FieldVisitor visitField(int access, String field, String type, String signature, Object constant) {
            if (field.equals(name)) {
                value = constant;
            }
            return null;
        }
    }
}
