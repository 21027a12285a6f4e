/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Person;
import io.github.keycloakheimdall.freshness.Freshness;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/** {@code /me/identities}: the providers by which the signed-in user gets in. */
@Produces(MediaType.APPLICATION_JSON)
public final class OwnIdentitiesResource {

    private final KeycloakSession session;
    private final App app;

    public OwnIdentitiesResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    @GET
    @Access(by = Person.class)
    public IdentityList list() {
        return new OwnIdentities(session, app, Callers.person(session)).list();
    }

    /** Unlinks a provider. */
    @DELETE
    @Path("{provider}")
    @Access(by = Person.class)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("provider") String provider) {
        new OwnIdentities(session, app, Freshness.requireAlone(session, app)).remove(provider);
    }
}
