/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What someone sees whose browser came to a route that no program calls, and who cannot be sent on.
 *
 * @param text plain, and nothing of it from the request
 */
public record ErrorPage(String text) implements StreamingOutput {

    public static final MediaType TYPE = MediaType.TEXT_PLAIN_TYPE.withCharset(StandardCharsets.UTF_8.name());

    private static final String NOTHING_UNDER_WAY =
            "This sign-in cannot be completed. It was started in another browser, "
                    + "took too long, or is over already.\nGo back to the app and sign in again.\n";

    /** For who comes back from a provider, and nobody is waited for. */
    public static ErrorPage ofNothingUnderWay() {
        return new ErrorPage(NOTHING_UNDER_WAY);
    }

    /** What a program would be told. */
    public static ErrorPage of(ErrorBody refusal) {
        return new ErrorPage(
                "This sign-in cannot be completed. " + refusal.message() + ".\nGo back to the app and try again.\n");
    }

    /** The answer, 400. */
    public Response answer() {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(TYPE)
                .header("X-Content-Type-Options", "nosniff")
                .entity(this)
                .build();
    }

    @Override
    public void write(OutputStream body) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
