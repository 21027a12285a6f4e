/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.discovery.DiscoveryResource;
import io.github.keycloakheimdall.http.RequestUrl;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;

/**
 * {@code <issuer>/.well-known}: where OpenID Connect Discovery 1.0 looks, so that a verifier needs nothing but the
 * issuer. It has the documents that lie below {@code /v1/.well-known} too.
 */
@Path("/{slug}/.well-known")
public final class IssuerPath {

    @Context
    KeycloakSession session;

    @PathParam("slug")
    String slug;

    /** The documents, for a while under a name that the app gave up too. */
    @Path("")
    public DiscoveryResource documents() {
        RequestUrl.check(session);
        return new DiscoveryResource(Apps.openEvenRenamed(session, slug), slug);
    }

    /** A browser's question before it calls. */
    @OPTIONS
    @Path("{route: .*}")
    @Access(open = true)
    @Operation(hidden = true)
    public void preflight() {
        documents();
    }
}
