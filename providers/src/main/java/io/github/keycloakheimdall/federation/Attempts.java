/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * The sign-ins that are under way at a provider, where every node finds them, under the hash of the state that goes
 * there and comes back.
 */
final class Attempts {

    static final int LIFESPAN_SECONDS = 600;

    private static final String PREFIX = "heimdall.oauth-attempt:";

    private final KeycloakSession session;
    private final App app;

    Attempts(App app) {
        this.session = app.session();
        this.app = app;
    }

    void keep(String state, Attempt attempt) {
        session.singleUseObjects().put(key(state), LIFESPAN_SECONDS, attempt.kept());
    }

    /**
     * Ends the attempt of that state, at this app and provider; another browser's is none, nor is one that another
     * request ended first.
     *
     * @param state null finds none
     * @param cookie what the browser sent, or null
     */
    Optional<Attempt> take(@Nullable String state, String alias, @Nullable String cookie) {
        if (state == null || cookie == null) {
            return Optional.empty();
        }
        String key = key(state);
        return find(key, alias, cookie)
                .filter(found -> session.singleUseObjects().remove(key) != null);
    }

    private Optional<Attempt> find(String key, String alias, String cookie) {
        return Optional.ofNullable(session.singleUseObjects().get(key))
                .map(Attempt::of)
                .filter(attempt -> attempt.appId().equals(app.id())
                        && attempt.alias().equals(alias)
                        && attempt.cookie().equals(AttemptCookie.kept(cookie))
                        && Clock.seconds() < attempt.expiry());
    }

    private static String key(String state) {
        return PREFIX + SecretToken.kept("state", state);
    }
}
