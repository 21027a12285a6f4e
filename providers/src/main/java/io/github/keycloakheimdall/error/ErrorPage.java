/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a person sees whose browser came to a route that no program calls, and who cannot be sent on.
 *
 * @param text plain, and nothing of it from the request
 */
public record ErrorPage(String text) implements StreamingOutput {

    /** The answer, 400. */
    public Response answer() {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .header("X-Content-Type-Options", "nosniff")
                .entity(this)
                .build();
    }

    @Override
    public void write(OutputStream body) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
