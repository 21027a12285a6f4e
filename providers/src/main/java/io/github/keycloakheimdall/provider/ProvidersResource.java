/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/** {@code /v1/apps/<id>/auth-config/providers}. */
@Produces(MediaType.APPLICATION_JSON)
public final class ProvidersResource {

    private final KeycloakSession session;
    private final Providers providers;

    public ProvidersResource(App app) {
        this.session = app.session();
        this.providers = new Providers(app);
    }

    @GET
    @Access(admin = AdminRole.VIEW_IDENTITY_PROVIDERS)
    public ProviderEntry.ProviderList list() {
        return new ProviderEntry.ProviderList(providers.list());
    }

    @GET
    @Path("{provider}")
    @Access(admin = AdminRole.VIEW_IDENTITY_PROVIDERS)
    public ProviderDetail read(@PathParam("provider") String provider) {
        return providers.read(ProviderKind.named(provider));
    }

    /** The whole of its settings; off unless the body says otherwise. */
    @PUT
    @Path("{provider}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_IDENTITY_PROVIDERS)
    public ProviderDetail put(@PathParam("provider") String provider, UpsertProviderRequest request) {
        return providers.put(
                ProviderKind.named(provider), request.config(), Boolean.TRUE.equals(request.enabled()), events());
    }

    /** What the body names; secrets that it leaves out stay. */
    @PATCH
    @Path("{provider}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(admin = AdminRole.MANAGE_IDENTITY_PROVIDERS)
    public ProviderDetail patch(@PathParam("provider") String provider, PatchProviderRequest request) {
        return providers.patch(ProviderKind.named(provider), request.config(), request.enabled(), events());
    }

    /** Also where there is none. */
    @DELETE
    @Path("{provider}")
    @Access(admin = AdminRole.MANAGE_IDENTITY_PROVIDERS)
    @APIResponse(responseCode = "204", description = "Done")
    public void delete(@PathParam("provider") String provider) {
        providers.delete(ProviderKind.named(provider), events());
    }

    private AdminEvents events() {
        return new AdminEvents(session, Callers.of(session).recordedAs());
    }
}
