/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.error.ErrorPage;
import io.github.keycloakheimdall.http.OnlyGet;
import io.github.keycloakheimdall.http.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** {@code /auth/oauth/{provider}/callback}: where a provider sends the browser back to. */
public final class CallbackResource {

    /** What SAML calls what a provider answers. */
    private static final String SAML_ANSWER = "SAMLResponse";

    private static final String STATE = "state";
    private static final String CODE = "code";
    private static final String ERROR = "error";

    private final KeycloakSession session;
    private final App app;

    CallbackResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Where the provider sends the browser back to. */
    @GET
    @Access(open = true)
    @APIResponse(responseCode = "303", description = "To return_to, with heimdall_code or heimdall_error")
    @Parameter(name = STATE, in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = CODE, in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = ERROR, in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public Response callback(@PathParam("provider") String provider) {
        OnlyGet.require(session, HttpMethod.POST);
        return finish(provider, Parameters.ofQuery(session));
    }

    /** The same, for a provider that has the browser post a form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(open = true)
    @APIResponse(responseCode = "303", description = "To return_to, with heimdall_code or heimdall_error")
    public Response postedCallback(@PathParam("provider") String provider) {
        Parameters form = Parameters.ofForm(session);
        return form.has(SAML_ANSWER)
                ? finish(provider, form.once("RelayState"), form.once(SAML_ANSWER), null)
                : finish(provider, form);
    }

    private Response finish(String provider, Parameters given) {
        return finish(provider, given.once(STATE), given.once(CODE), given.once(ERROR));
    }

    private Response finish(String provider, @Nullable String state, @Nullable String answer, @Nullable String error) {
        String callback = new BrowserUrl(app).callbackOf(provider);
        AttemptCookie cookie = new AttemptCookie(state == null ? "" : state, callback);
        Optional<Attempt> attempt = new Attempts(app).take(state, provider, cookie.in(session));
        if (attempt.isEmpty()) {
            return ErrorPage.ofNothingUnderWay().answer();
        }
        return Response.seeOther(new Callback(app, attempt.get()).finish(answer, error))
                .header(HttpHeaders.SET_COOKIE, cookie.clear())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
