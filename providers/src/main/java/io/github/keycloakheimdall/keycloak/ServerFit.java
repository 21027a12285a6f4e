/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

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
import org.jboss.logging.Logger;
import org.keycloak.common.Version;

/** Whether the server has what this JAR uses of it: each class, method and field, from a list that the build makes of the bytecode. */
public final class ServerFit {

    static final String LIST = "META-INF/heimdall-server-members";

    private static final Logger LOG = Logger.getLogger(ServerFit.class);
    private static final int NAMED = 10;

    /** What bytecode does not show. */
    private static final List<MovedMethod> MOVED = List.of(
            FailureCount.AT_ONCE,
            FailureCount.LATER,
            ProviderFlags.LINK_ONLY,
            ProviderFlags.STORE_TOKEN,
            ProviderFlags.TRUST_EMAIL,
            ProviderFlags.TRUSTING_EMAIL,
            ProviderFlags.HIDING,
            UpstreamClass.SPEAKER,
            UpstreamClass.KEY);

    private final List<String> missing = new ArrayList<>();
    private final Set<Feature> lacking = EnumSet.noneOf(Feature.class);

    private ServerFit(List<ServerMember> members, ClassLoader loader) {
        for (ServerMember member : members) {
            if (!member.isThere(loader)) {
                if (member.isOptional()) {
                    lacking.add(Feature.valueOf(member.feature()));
                } else {
                    missing.add(member.toString());
                }
            }
        }
        lacking.forEach(feature -> feature.instead().filter(lacking::contains).ifPresent(neither -> members.stream()
                .filter(member -> member.feature().equals(neither.name()) && !member.isThere(loader))
                .map(ServerMember::toString)
                .forEach(missing::add)));
        MOVED.stream()
                .filter(method -> !method.isThere())
                .map(MovedMethod::toString)
                .forEach(missing::add);
    }

    /** Found out once, by whoever asks first. */
    public static ServerFit ofThisServer() {
        return Holder.FIT;
    }

    /** What has to be there and is not, by name. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    boolean has(Feature feature) {
        return !lacking.contains(feature);
    }

    /** Features that the server has not. */
    public Set<Feature> lacking() {
        return Set.copyOf(lacking);
    }

    /**
     * Keeps the JAR from a Keycloak that it does not fit, where it would seem to work and fail at the first request that needs
     * what is missing. Says in one line each what a Keycloak lacks that fits, and that one was not tested.
     *
     * @throws IllegalStateException if something is missing
     */
    public static void require() {
        ServerFit fit = ofThisServer();
        if (!fit.missing.isEmpty()) {
            throw new IllegalStateException(refusal(Version.VERSION, fit.missing));
        }
        if (!TestedKeycloaks.contain(Version.VERSION)) {
            LOG.warnf(
                    "keycloak-heimdall fits Keycloak %s, but not all of its tests were run on it; they were on %s",
                    Version.VERSION, TestedKeycloaks.names());
        }
        fit.lacking.forEach(feature -> feature.loss()
                .ifPresent(loss -> LOG.infof("On Keycloak %s, %s (docs/compatibility.md)", Version.VERSION, loss)));
    }

    static String refusal(String version, List<String> missing) {
        return "keycloak-heimdall does not fit Keycloak " + version + ", which has not: "
                + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "")
                + ". Take its JAR out of providers/, or run one of Keycloak " + TestedKeycloaks.names() + '.';
    }

    /** What the JAR uses, from the list. */
    static List<ServerMember> members() {
        try (InputStream list = ServerFit.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException(LIST + " is missing: the JAR was not built whole");
            }
            try (Stream<String> lines =
                    new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8)).lines()) {
                return lines.map(ServerMember::parse).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        private static final ServerFit FIT = new ServerFit(members(), ServerFit.class.getClassLoader());
    }
}
