/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.discovery.DiscoveryResource;
import io.github.keycloakheimdall.http.RequestUrl;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /.well-known/oauth-authorization-server/<slug>}: where RFC 8414, section 3.1, looks for the metadata of an
 * issuer that has a path. Keycloak's own, of {@code /realms/<realm>}, stay Keycloak's: the name of the document is
 * written as a parameter, because servers before 26.7 look no further than among the resources whose paths begin with
 * the most of a request's words.
 */
@Path("/.well-known/{document: oauth-authorization-server}/{slug: (?!realms/)[^/]+}")
public final class IssuerMetadataPath {

    @Context
    KeycloakSession session;

    /** The metadata. */
    @GET
    @Access(open = true)
    @Operation(hidden = true)
    public Response metadata(@PathParam("slug") String slug) {
        RequestUrl.check(session);
        return new DiscoveryResource(Apps.openEvenRenamed(session, slug), slug).authorizationServer();
    }
}
