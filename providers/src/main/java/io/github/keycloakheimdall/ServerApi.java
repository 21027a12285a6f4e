/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.caller.PlatformDoor;
import io.github.keycloakheimdall.caller.ServerAdmin;
import io.github.keycloakheimdall.http.RequestUrl;
import io.github.keycloakheimdall.registry.AppsResource;
import io.github.keycloakheimdall.registry.StatsResource;
import jakarta.ws.rs.Path;
import org.keycloak.models.KeycloakSession;

/**
 * The table of routes below {@code /v1} that are about no one app, for Keycloak's admins: a feature a line. Each has a
 * root of its own: before 26.7 Keycloak's router looks no further than the class whose path has the longest beginning
 * in common with the request's, which for {@code /v1/apps} would be {@link PlatformApi}.
 */
public final class ServerApi {

    private final KeycloakSession session;

    ServerApi(KeycloakSession session) {
        this.session = session;
    }

    /** {@code /apps} */
    @Path("apps")
    public AppsResource apps() {
        return new AppsResource(session, enter());
    }

    /** {@code /stats/me} */
    @Path("stats/me")
    public StatsResource stats() {
        return new StatsResource(session, enter());
    }

    private ServerAdmin enter() {
        RequestUrl.check(session);
        return PlatformDoor.enter(session);
    }
}
