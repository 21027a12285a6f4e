/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /me/identities}: the providers by which the signed-in user gets in. */
@Produces(MediaType.APPLICATION_JSON)
public final class OwnIdentitiesResource {

    private final KeycloakSession session;
    private final App app;

    public OwnIdentitiesResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    @GET
    @Access(by = AppUser.class)
    public IdentityList list() {
        return new OwnIdentities(app, Callers.user(session)).list();
    }

    /** Sends who wants a provider linked off to it, in a browser. */
    @POST
    @Path("{provider}/authorize")
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited(Limit.SIGNIN)
    @Access(by = AppUser.class)
    public LinkStart authorize(@PathParam("provider") String provider, LinkStartRequest request) {
        return new OwnLinks(app).start(provider, request.returnTo());
    }

    /** Links what the browser brought a code for. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited(Limit.SIGNIN)
    @Access(by = AppUser.class)
    @APIResponseSchema(value = IdentityList.Identity.class, responseCode = "201")
    public Response link(ExchangeRequest request) {
        return Created.of(new OwnLinks(app).finish(request.code()));
    }

    /** Links by the ID token that a provider gave to a native app. */
    @POST
    @Path("{provider}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited(Limit.SIGNIN)
    @Access(by = AppUser.class)
    @APIResponseSchema(value = IdentityList.Identity.class, responseCode = "201")
    public Response bring(@PathParam("provider") String provider, NativeSigninRequest request) {
        return Created.of(new OwnLinks(app).bring(provider, request));
    }

    /** Unlinks a provider. */
    @DELETE
    @Path("{provider}")
    @Access(by = AppUser.class)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("provider") String provider) {
        new OwnIdentities(app, Freshness.requireAlone(app)).remove(provider);
    }
}
