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

/** {@code /oauth}: tokens for machine clients, and what a token can do. */
@Produces(MediaType.APPLICATION_JSON)
public final class OauthResource {

    private final App app;

    public OauthResource(App app) {
        this.app = app;
    }

    /** A token for a machine client's secret. */
    @POST
    @Path("token")
    @RateLimited(Limit.TOKEN)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Access(open = true)
    public MachineTokenResponse token(ClientCredentialsRequest request) {
        return new MachineSignin(app).signin(request);
    }

    /** What the caller's own token can do (RFC 7662). */
    @POST
    @Path("introspect")
    @RateLimited(Limit.TOKEN)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Access(open = true)
    public IntrospectResponse introspect(IntrospectRequest request) {
        return new Introspection(app).introspect(request.token());
    }
}
