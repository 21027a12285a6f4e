/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.runtime.Needs;
import io.github.keycloakheimdall.keycloak.runtime.ServerMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the JAR's classes declare, extend and need; all names as in bytecode. */
final class OwnClasses {

    static final String PACKAGE = "io/github/keycloakheimdall/";

    /** Annotations that the build alone reads: the words of the OpenAPI document, and where null may be. */
    private static final List<String> OF_THE_BUILD =
            List.of("org/eclipse/microprofile/openapi/", "org/jspecify/annotations/");

    private static final Map<String, Boolean> OF_THE_SERVER = new ConcurrentHashMap<>();

    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, String> features = new HashMap<>();
    private final Set<String> declared = new HashSet<>();

    OwnClasses(Collection<ClassReader> classes) {
        for (ClassReader reader : classes) {
            String name = reader.getClassName();
            parents.put(
                    name,
                    Stream.concat(Stream.of(reader.getSuperName()), Stream.of(reader.getInterfaces()))
                            .toList());
            reader.accept(new Reader(name), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        }
    }

    /** Whether it is neither Java's nor the JAR's own. */
    static boolean isOfTheServer(String name) {
        return OF_THE_SERVER.computeIfAbsent(
                name,
                type -> !type.startsWith("[")
                        && !type.startsWith(PACKAGE)
                        && OF_THE_BUILD.stream().noneMatch(type::startsWith)
                        && ClassLoader.getPlatformClassLoader().getResource(type + ".class") == null);
    }

    /** The feature that the class, or one that it lies in, says it needs. */
    String feature(String name) {
        int inner = name.lastIndexOf('$');
        return features.containsKey(name) || inner < 0
                ? features.getOrDefault(name, ServerMember.NONE)
                : feature(name.substring(0, inner));
    }

    /** Whether it is a class of the JAR with an ancestor in the server. */
    boolean inheritsFromServer(String name) {
        return parents.getOrDefault(name, List.of()).stream()
                .anyMatch(parent -> isOfTheServer(parent) || inheritsFromServer(parent));
    }

    /** Whether it is a member that a class of the JAR has from the server, or may have. */
    boolean inherits(String owner, String name, String type) {
        return inheritsFromServer(owner) && !declares(owner, name, type);
    }

    private boolean declares(String owner, String name, String type) {
        return declared.contains(owner + ' ' + name + ' ' + type)
                || parents.getOrDefault(owner, List.of()).stream().anyMatch(parent -> declares(parent, name, type));
    }

    private final class Reader extends ClassVisitor {

        private final String name;

        Reader(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return !descriptor.equals(Type.getDescriptor(Needs.class))
                    ? null
                    : new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitEnum(String part, String type, String value) {
                            features.put(name, value);
                        }
                    };
        }

        @Override
        public FieldVisitor visitField(int access, String field, String type, String signature, Object value) {
            declared.add(name + ' ' + field + ' ' + type);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] thrown) {
            declared.add(name + ' ' + method + ' ' + type);
            return null;
        }
    }
}
