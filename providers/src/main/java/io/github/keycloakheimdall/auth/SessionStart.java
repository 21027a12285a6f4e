/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.Events;
import io.github.keycloakheimdall.keycloak.Standing;
import io.github.keycloakheimdall.keycloak.UserAgent;
import io.github.keycloakheimdall.keycloak.UserSessions;
import io.github.keycloakheimdall.tenancy.ActiveTenant;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.TokenIssuer;
import io.github.keycloakheimdall.token.TokenResponse;
import java.util.List;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Starts a session for someone who proved who they are; the oldest ones give way to {@code heimdall.max_sessions}. */
final class SessionStart {

    private final KeycloakSession session;
    private final App app;

    SessionStart(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** @throws ApiException 403 {@code ACTION_REQUIRED} when the user has something to do first */
    TokenResponse start(UserModel user, Proof proof) {
        return start(user, proof, null);
    }

    /**
     * @param tenant the tenant that the session is in from the start, or null
     * @throws ApiException 403 {@code ACTION_REQUIRED} when the user has something to do first
     */
    TokenResponse start(UserModel user, Proof proof, ActiveTenant tenant) {
        return start(user, proof, tenant, Standing.of(session, user));
    }

    /**
     * @param standing how things stood with the account when the user began to prove who they are
     * @throws ApiException 403 {@code ACTION_REQUIRED} when the user has something to do first
     */
    TokenResponse start(UserModel user, Proof proof, ActiveTenant tenant, String standing) {
        Readiness.require(session, user, EventType.LOGIN);
        UserSessions sessions = new UserSessions(session);
        makeRoom(sessions, user);
        UserSessionModel started = sessions.start(user, standing);
        UserAgent.remember(session, started);
        if (tenant != null) {
            tenant.enter(started);
        }
        TokenResponse tokens = new TokenIssuer(session, app).first(started, proof);
        new Events(session)
                .of(EventType.LOGIN, started)
                .detail(Details.USERNAME, user.getUsername())
                .detail("amr", String.join(" ", proof.amr()))
                .success();
        return tokens;
    }

    private void makeRoom(UserSessions sessions, UserModel user) {
        int most = app.config().maxSessions();
        if (sessions.atMost(user, most - 1)) {
            return;
        }
        List<UserSessionModel> live = sessions.of(user);
        int surplus = live.size() + 1 - most;
        live.stream().limit(Math.max(0, surplus)).forEach(oldest -> {
            new Events(session)
                    .of(EventType.LOGOUT, oldest)
                    .detail(Details.REASON, "max_sessions")
                    .success();
            sessions.end(oldest);
        });
    }
}
