/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.admin.TokenRoles;
import io.github.keycloakheimdall.keycloak.credential.FailureCount;
import io.github.keycloakheimdall.keycloak.provider.ProviderFlags;
import io.github.keycloakheimdall.keycloak.provider.UpstreamClass;
import io.github.keycloakheimdall.keycloak.runtime.MovedMethod;
import io.github.keycloakheimdall.keycloak.runtime.ServerMembers;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.Version;

/** Whether the server has what this JAR uses of it. */
public final class ServerFit {

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
            UpstreamClass.KEY,
            TokenRoles.READ);

    private ServerFit() {}

    /** What has to be there and is not, by name. */
    public static List<String> missing() {
        return Stream.concat(
                        ServerMembers.ofThisServer().missing().stream(),
                        MOVED.stream().filter(method -> !method.isThere()).map(MovedMethod::toString))
                .toList();
    }

    /**
     * Keeps the JAR from a Keycloak that it does not fit, where it would seem to work and fail at the first request
     * that needs what is missing. Says in one line each what a Keycloak lacks that fits, and that one was not tested.
     *
     * @throws IllegalStateException if something is missing
     */
    public static void require() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(refusal(Version.VERSION, missing));
        }
        if (!TestedKeycloaks.contain(Version.VERSION)) {
            LOG.warnf(
                    "keycloak-heimdall fits Keycloak %s, but not all of its tests were run on it; they were on %s",
                    Version.VERSION, TestedKeycloaks.names());
        }
        ServerMembers.ofThisServer().lacking().forEach(feature -> feature.loss()
                .ifPresent(loss -> LOG.infof("On Keycloak %s, %s (docs/compatibility.md)", Version.VERSION, loss)));
    }

    static String refusal(String version, List<String> missing) {
        return "keycloak-heimdall does not fit Keycloak " + version + ", which has not: "
                + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "")
                + ". Take its JAR out of providers/, or run one of Keycloak " + TestedKeycloaks.names() + '.';
    }
}
