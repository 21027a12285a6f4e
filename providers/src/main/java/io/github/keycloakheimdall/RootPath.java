/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.keycloak.models.KeycloakSession;

/** The API at the server's root, where the hosted product's clients look for it. */
@Path("/{slug}/v1")
public final class RootPath extends ConsumerApi {

    @Context
    KeycloakSession session;

    @PathParam("slug")
    String slug;

    @Override
    KeycloakSession session() {
        return session;
    }

    @Override
    String slug() {
        return slug;
    }
}
