/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.user.Users;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** {@code /users/{user_id}/factors}: somebody else's second factors. */
@Produces(MediaType.APPLICATION_JSON)
public final class UserFactorsResource {

    private final KeycloakSession session;
    private final App app;

    public UserFactorsResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code GET /users/{user_id}/factors}. */
    @GET
    @Access(
            by = {AppUser.class, Machine.class, Backend.class},
            permission = PermissionCatalogue.USER_UPDATE)
    public FactorList list(@PathParam("user_id") String userId) {
        return enrolment(user(userId)).list();
    }

    /** {@code POST /users/{user_id}/factors}: enabled at once, for an account that is handed over as a whole. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class, Backend.class},
            permission = PermissionCatalogue.USER_UPDATE,
            live = true)
    @APIResponseSchema(value = ProvisionedFactor.class, responseCode = "201")
    public Response provision(@PathParam("user_id") String userId, EnrolRequest request) {
        Freshness.requireOfUser(app);
        UserModel user = user(userId);
        ProvisionedFactor made = request.byMail()
                ? enrolment(user).provisionByMail(request.labelOrNull(), request.contactId())
                : enrolment(user).provision(request.labelOrNull());
        notices(user).tell(SecurityChange.FACTOR_ADDED);
        return Created.of(made);
    }

    /** {@code DELETE /users/{user_id}/factors/{factor_id}}. */
    @DELETE
    @Path("{factor_id}")
    @Access(
            by = {AppUser.class, Machine.class, Backend.class},
            permission = PermissionCatalogue.USER_UPDATE,
            live = true)
    public void disable(@PathParam("user_id") String userId, @PathParam("factor_id") String factorId) {
        Freshness.requireOfUser(app);
        UserModel user = user(userId);
        if (enrolment(user).disable(factorId)) {
            notices(user).tell(SecurityChange.FACTOR_REMOVED);
        }
    }

    private Enrolment enrolment(UserModel user) {
        return new Enrolment(app, user);
    }

    private SecurityNotices notices(UserModel user) {
        return SecurityNotices.ofOthers(app, user);
    }

    /** Whoever reads the factors is about to change them, and asks for as much. */
    private UserModel user(String userId) {
        return new Users(app, Callers.of(session)).requireActable(userId);
    }
}
