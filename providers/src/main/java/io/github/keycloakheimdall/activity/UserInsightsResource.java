/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.session.UserAgent;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.token.TokenIssuer;
import io.github.keycloakheimdall.user.Users;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** {@code /v1/apps/<id>/end-user-insights/users/<id>}: what one user did, and how they get in. */
@Produces(MediaType.APPLICATION_JSON)
public final class UserInsightsResource {

    private final KeycloakSession session;
    private final App app;
    private final String userId;

    public UserInsightsResource(App app, String userId) {
        this.session = app.session();
        this.app = app;
        this.userId = userId;
    }

    /** The newest 50 entries; {@code audit-logs} with {@code actor_id} has all. */
    @GET
    @Access(admin = AdminRole.VIEW_EVENTS)
    public UserInsights read() {
        UserModel user = new Users(app, Callers.of(session)).requireSeen(userId);
        List<ActivityEntry> activity = new ActivityLog(app)
                .of(user, PageRequest.of(session, null, null))
                .data();
        return new UserInsights(
                activity.isEmpty(),
                activity,
                new UserSessions(session).of(user).stream().map(this::describe).toList(),
                new Factors(session, user).enabled());
    }

    private UserInsights.LiveSession describe(UserSessionModel each) {
        return new UserInsights.LiveSession(
                each.getId(),
                each.getIpAddress(),
                UserAgent.of(each),
                Instant.ofEpochSecond(each.getStarted()),
                Instant.ofEpochSecond(each.getLastSessionRefresh()),
                Instant.ofEpochSecond(new TokenIssuer(app).endOf(each)));
    }
}
