/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.discovery;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /.well-known}: how to verify this app's tokens without asking for each. */
@Produces(MediaType.APPLICATION_JSON)
public final class DiscoveryResource {

    /** Short, so that a rotated key reaches verifiers behind a cache before its first token does them harm. */
    private static final String CACHE = "public, max-age=300";

    private final KeycloakSession session;
    private final App app;
    private final String slug;

    /** @param slug by which the app is asked for: its own, or one that it had */
    public DiscoveryResource(App app, String slug) {
        this.session = app.session();
        this.app = app;
        this.slug = slug;
    }

    /** {@code GET /.well-known/jwks.json}; answers for a suspended app too. */
    @GET
    @Path("jwks.json")
    @Access(open = true)
    @APIResponseSchema(value = Jwks.class, responseCode = "200")
    public Response keys() {
        return Response.ok(Jwks.of(session, app.realm()))
                .header("Cache-Control", CACHE)
                .build();
    }

    /** {@code GET /.well-known/openid-configuration}. */
    @GET
    @Path("openid-configuration")
    @Access(open = true)
    @APIResponseSchema(value = OpenIdConfiguration.class, responseCode = "200")
    public Response configuration() {
        return metadata();
    }

    /** {@code GET /.well-known/oauth-authorization-server}: the same document under the name of RFC 8414. */
    @GET
    @Path("oauth-authorization-server")
    @Access(open = true)
    @APIResponseSchema(value = OpenIdConfiguration.class, responseCode = "200")
    public Response authorizationServer() {
        return metadata();
    }

    private Response metadata() {
        return Response.ok(OpenIdConfiguration.of(app.requireActive(), slug))
                .header("Cache-Control", CACHE)
                .build();
    }
}
