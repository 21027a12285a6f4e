/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /verify}: is this token good, and whose is it? */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VerifyResource {

    private final App app;

    public VerifyResource(App app) {
        this.app = app;
    }

    @POST
    @Access(open = true)
    public VerifyResponse verify(VerifyRequest request) {
        return new Verification(app, request.token()).verify();
    }
}
