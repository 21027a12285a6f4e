/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.registry.StatsResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/** The root of {@code /stats/me} of {@link ServerApi}. */
@Path("/v1/stats/me")
public final class StatsPath {

    @Context
    KeycloakSession session;

    @Path("")
    public StatsResource stats() {
        return new ServerApi(session).stats();
    }
}
