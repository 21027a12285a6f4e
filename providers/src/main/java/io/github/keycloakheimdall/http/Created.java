/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.core.Response;

/** The answer to a request that made something. */
public final class Created {

    private Created() {}

    /** 201 with what was made. */
    public static Response of(ApiResponse made) {
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
