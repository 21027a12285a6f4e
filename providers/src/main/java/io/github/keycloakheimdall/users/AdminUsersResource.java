/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Machine;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** {@code /admin/users}, with what the consumer API alone has. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminUsersResource extends UsersResource {

    public AdminUsersResource(App app) {
        super(app);
    }

    /** Makes an account without a session. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            by = {AppUser.class, Machine.class},
            permission = PermissionCatalogue.USER_CREATE,
            live = true)
    @APIResponseSchema(value = EndUser.Created.class, responseCode = "201")
    public Response create(CreateUserRequest request) {
        Freshness.requireOfUser(app);
        return Created.of(new Provisioning(app, caller()).create(request).created());
    }
}
