/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /avatars}: the pictures of an app's users, for anybody who knows an id. */
@Produces(MediaType.APPLICATION_JSON)
public final class AvatarsResource {

    private static final String CACHED = "private, max-age=60";

    private final App app;

    public AvatarsResource(App app) {
        this.app = app;
    }

    /** {@code GET /avatars/{account_id}}: the picture itself, and nothing that a browser would take for more. */
    @GET
    @Path("{account_id}")
    @Produces({Picture.PNG, Picture.JPEG, Picture.WEBP})
    @Access(open = true)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Picture.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Picture.WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response read(@PathParam("account_id") String accountId) {
        Picture picture = new Avatars(app).find(accountId).orElseThrow(ApiException::notFound);
        return Response.ok(picture.bytes(), picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
