/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of the classes, methods and fields that this JAR uses the server has not, by a list that the build makes of the
 * bytecode. Immutable.
 */
public final class ServerMembers {

    /** Where the list is, among the JAR's resources. */
    public static final String LIST = "META-INF/heimdall-server-members";

    private final List<String> missing = new ArrayList<>();
    private final Set<Feature> lacking = EnumSet.noneOf(Feature.class);

    private ServerMembers(List<ServerMember> used, ClassLoader loader) {
        for (ServerMember member : used) {
            if (!member.isThere(loader)) {
                if (member.isOptional()) {
                    lacking.add(Feature.valueOf(member.feature()));
                } else {
                    missing.add(member.toString());
                }
            }
        }
        for (Feature feature : lacking) {
            feature.instead().filter(lacking::contains).ifPresent(neither -> addMissing(neither, used, loader));
            // A later Keycloak that changed a part would be taken for one that never had the whole.
            if (feature.isBegun(loader)) {
                addMissing(feature, used, loader);
            }
        }
    }

    private void addMissing(Feature feature, List<ServerMember> used, ClassLoader loader) {
        used.stream()
                .filter(member -> member.feature().equals(feature.name()) && !member.isThere(loader))
                .map(ServerMember::toString)
                .forEach(missing::add);
    }

    /**
     * Found out once, by whoever asks first.
     *
     * @throws IllegalStateException if the JAR has no list, an empty one, or one that cannot be read
     */
    public static ServerMembers ofThisServer() {
        return Holder.FOUND;
    }

    /** What has to be there and is not, by name. */
    public List<String> missing() {
        return missing.stream().distinct().toList();
    }

    /** Features that the server has not. */
    public Set<Feature> lacking() {
        return Set.copyOf(lacking);
    }

    boolean has(Feature feature) {
        return !lacking.contains(feature);
    }

    private static List<ServerMember> used() {
        try (InputStream list = ServerMembers.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing: the JAR was not built whole");
            }
            try (Stream<String> lines =
                    new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines()) {
                List<ServerMember> members = lines.map(ServerMember::parse).toList();
                if (members.isEmpty()) {
                    throw new IllegalStateException(LIST + " is empty: the JAR was not built whole");
                }
                return members;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        private static final ServerMembers FOUND = new ServerMembers(used(), ServerMembers.class.getClassLoader());
    }
}
