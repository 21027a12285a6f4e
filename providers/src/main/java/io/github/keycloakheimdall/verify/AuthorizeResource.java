/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /authorize}: may this token's owner do that? */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthorizeResource {

    private final App app;

    public AuthorizeResource(App app) {
        this.app = app;
    }

    @POST
    @Access(open = true)
    public AuthorizeResponse authorize(AuthorizeRequest request) {
        List<String> asked = request.asked();
        return new Verification(app, request.token()).authorize(asked);
    }

    /** {@code /authorize/batch}. */
    @POST
    @Path("batch")
    @Access(open = true)
    public AuthorizeBatchResponse batch(AuthorizeBatchRequest request) {
        return new Verification(app, request.token()).authorize(request);
    }
}
