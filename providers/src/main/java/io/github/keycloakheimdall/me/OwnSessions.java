/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.LastingEnd;
import io.github.keycloakheimdall.keycloak.session.UserAgent;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.token.TokenIssuer;
import java.time.Instant;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** The caller's sessions. */
final class OwnSessions {

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;
    private final UserSessions sessions;

    OwnSessions(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.sessions = new UserSessions(session);
    }

    MeSessions list() {
        return new MeSessions(
                sessions.of(caller.user()).stream().map(this::describe).toList(), Pagination.SINGLE_PAGE);
    }

    /** @throws ApiException 404 when it is not a live session of the caller, whoever's it may be */
    void revoke(String id) {
        UserSessionModel found = sessions.find(id);
        if (found == null || !found.getUser().getId().equals(caller.user().getId())) {
            throw ApiException.notFound();
        }
        new Events(session).of(EventType.LOGOUT, found).success();
        new LastingEnd(session).now(id);
    }

    private MeSessions.MeSession describe(UserSessionModel each) {
        return new MeSessions.MeSession(
                each.getId(),
                each.getIpAddress(),
                UserAgent.of(each),
                Instant.ofEpochSecond(each.getStarted()),
                Instant.ofEpochSecond(each.getLastSessionRefresh()),
                Instant.ofEpochSecond(new TokenIssuer(app).endOf(each)),
                each.getId().equals(caller.sessionId()));
    }
}
