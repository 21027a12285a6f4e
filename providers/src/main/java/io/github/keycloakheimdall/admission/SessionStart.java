/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.session.UserAgent;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.TokenIssuer;
import io.github.keycloakheimdall.token.TokenResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Starts a session for someone who proved who they are; the oldest ones give way to {@code heimdall.max_sessions}. */
public final class SessionStart {

    /** What the event of a login tells of the notes, as Keycloak's own does. */
    private static final List<String> TOLD = List.of(Details.IDENTITY_PROVIDER, Details.IDENTITY_PROVIDER_USERNAME);

    private final KeycloakSession session;
    private final App app;

    public SessionStart(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** @throws ApiException 403 {@code ACTION_REQUIRED} when the user has something to do first */
    public TokenResponse start(UserModel user, FirstProof first) {
        return start(user, first, first.alone(), null, Standing.of(session, user));
    }

    /**
     * @param first how the user proved who they are
     * @param proof the same, with the second factor where one was proved
     * @param tenant the tenant that the session is in from the start, or null
     * @param standing how things stood with the account when the user began to prove who they are
     * @throws ApiException 403 {@code ACTION_REQUIRED} when the user has something to do first
     */
    public TokenResponse start(
            UserModel user, FirstProof first, Proof proof, @Nullable ActiveTenant tenant, String standing) {
        Readiness.require(session, user, EventType.LOGIN, proof.byPassword());
        UserSessions sessions = new UserSessions(session);
        makeRoom(sessions, user);
        UserSessionModel started = sessions.start(user, standing);
        first.notes().forEach(started::setNote);
        UserAgent.remember(session, started);
        if (tenant != null) {
            tenant.enter(started);
        }
        TokenResponse tokens = new TokenIssuer(app).first(started, proof);
        EventBuilder event = new Events(session)
                .of(EventType.LOGIN, started)
                .detail(Details.USERNAME, user.getUsername())
                .detail("amr", String.join(" ", proof.amr()));
        TOLD.forEach(name -> event.detail(name, first.notes().get(name)));
        event.success();
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
