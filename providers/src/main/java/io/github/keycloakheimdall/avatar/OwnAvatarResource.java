/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.events.EventType;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/** {@code /me/avatar}: the caller's own picture. */
@Produces(MediaType.APPLICATION_JSON)
public final class OwnAvatarResource {

    private final KeycloakSession session;
    private final App app;

    public OwnAvatarResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code POST /me/avatar}: in place of the one before. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RateLimited(Limit.CODES)
    @Access(by = AppUser.class)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = AvatarForm.class),
                            encoding =
                                    @Encoding(
                                            name = AvatarForm.FILE,
                                            contentType = Picture.PNG + ", " + Picture.JPEG + ", " + Picture.WEBP)))
    @APIResponseSchema(value = AvatarUrl.class, responseCode = "201")
    public Response upload() {
        AppUser caller = Callers.user(session);
        String url = new Avatars(app).put(caller.user(), Upload.read(file()));
        tell(caller, "avatar_set");
        return Created.of(new AvatarUrl(url));
    }

    /** {@code DELETE /me/avatar}: also where there is none. */
    @DELETE
    @Access(by = AppUser.class)
    public void remove() {
        AppUser caller = Callers.user(session);
        if (new Avatars(app).remove(caller.user())) {
            tell(caller, "avatar_removed");
        }
    }

    private byte[] file() {
        HttpRequest request = session.getContext().getHttpRequest();
        String type = request.getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
            throw Upload.invalid();
        }
        List<FormPartValue> parts = request.getMultiPartFormParameters().get(AvatarForm.FILE);
        if (parts == null || parts.size() != 1) {
            throw ApiException.invalid(
                    AvatarForm.FILE,
                    parts == null || parts.isEmpty() ? FieldFault.REQUIRED : FieldFault.REPEATED,
                    "must be one file");
        }
        try (InputStream stream = parts.get(0).asInputStream()) {
            return stream.readNBytes(Upload.mostRead());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(AppUser caller, String what) {
        new Events(session)
                .of(EventType.UPDATE_PROFILE, caller.user())
                .session(caller.sessionId())
                .detail(what, "true")
                .success();
    }
}
