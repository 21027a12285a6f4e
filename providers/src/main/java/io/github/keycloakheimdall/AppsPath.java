/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.registry.AppsResource;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/** The root of {@code /apps} of {@link ServerApi}. */
@Path("/v1/apps")
public final class AppsPath {

    @Context
    KeycloakSession session;

    @Path("")
    public AppsResource apps() {
        return new ServerApi(session).apps();
    }
}
