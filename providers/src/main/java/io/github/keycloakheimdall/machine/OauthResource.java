/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** {@code /oauth}: tokens for machine clients, and what a token can do. */
@Produces(MediaType.APPLICATION_JSON)
public final class OauthResource {

    private final KeycloakSession session;
    private final App app;

    public OauthResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** A token for a machine client's secret. */
    @POST
    @Path("token")
    @RateLimited(Limit.TOKEN)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Access(open = true)
    public MachineTokenResponse token(ClientCredentialsRequest request) {
        return new MachineSignin(session, app).signin(request);
    }

    /** What the caller's own token can do (RFC 7662). */
    @POST
    @Path("introspect")
    @RateLimited(Limit.TOKEN)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Access(open = true)
    public IntrospectResponse introspect(IntrospectRequest request) {
        return new Introspection(session, app).introspect(request.token());
    }
}
