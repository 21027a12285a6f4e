/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.runtime.ServerMember;
import io.github.keycloakheimdall.keycloak.runtime.ServerMembers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Writes the list of what the JAR uses of its server; the build calls it with the folder of the JAR's classes. */
public final class MemberList {

    private MemberList() {}

    /** @throws IOException if a class cannot be read, or the list cannot be written */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Files.write(classes.resolve(ServerMembers.LIST), lines(uses(classes)));
    }

    static List<ServerMember> uses(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            List<ClassReader> readers = files.filter(
                            file -> file.getFileName().toString().endsWith(".class"))
                    .sorted()
                    .map(MemberList::read)
                    .toList();
            OwnClasses own = new OwnClasses(readers);
            return readers.stream()
                    .flatMap(reader -> UseReader.uses(reader, own).stream())
                    .toList();
        }
    }

    /** One line for each member; what anything uses without need of a feature has to be there. */
    private static List<String> lines(Collection<ServerMember> uses) {
        return uses.stream()
                .collect(Collectors.toMap(
                        use -> String.join(" ", use.use().name(), use.owner(), use.name(), use.type()),
                        use -> use,
                        (one, other) -> one.isOptional() ? other : one,
                        TreeMap::new))
                .values()
                .stream()
                .map(ServerMember::line)
                .toList();
    }

    private static ClassReader read(Path file) {
        try {
            return new ClassReader(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
