/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.SigninResult;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.ErrorPage;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.OnlyGet;
import io.github.keycloakheimdall.http.Parameters;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;

/** {@code /auth/oauth}: signing in by an identity provider of the realm, in a browser and in a native app. */
public final class FederationResource {

    private static final String RETURN_TO = "return_to";
    private static final String TICKET = "ticket";

    private final KeycloakSession session;
    private final App app;

    public FederationResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Sends the browser to the provider. */
    @GET
    @Path("{provider}/authorize")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    @APIResponse(responseCode = "302", description = "To the provider")
    @Parameter(
            name = RETURN_TO,
            in = ParameterIn.QUERY,
            required = true,
            description = "A URL of one of the app's allowed redirect origins",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2048))
    public Response authorize(@PathParam("provider") String provider) {
        OnlyGet.require(session);
        List<String> returnTo = Parameters.ofQuery(session).all(RETURN_TO);
        return sent(new WebSignin(app.requireActive()).start(provider, returnTo));
    }

    /** The same for the browser of someone who is signed in and links the provider. */
    @GET
    @Path("{provider}/link")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    @APIResponse(
            responseCode = "302",
            description = "To the provider; to return_to, with heimdall_error, where that is not there")
    @Parameter(name = TICKET, in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    public Response link(@PathParam("provider") String provider) {
        OnlyGet.require(session);
        String ticket = Parameters.ofQuery(session).once(TICKET);
        Optional<LinkTicket> meant = LinkTicket.take(app, provider, ticket);
        if (meant.isEmpty()) {
            return ErrorPage.ofNothingUnderWay().answer();
        }
        try {
            return sent(new WebSignin(app.requireActive()).start(meant.get()));
        } catch (ApiException refusal) {
            return Response.status(Response.Status.FOUND)
                    .location(meant.get().returnTo().with(ReturnTo.ERROR, Callback.word(refusal)))
                    .build();
        }
    }

    /** Where the provider sends the browser back to. */
    @Path("{provider}/callback")
    public CallbackResource callback() {
        return new CallbackResource(app);
    }

    /** Signs in by the ID token that the provider gave to a native app; answers as {@link #exchange} does. */
    @POST
    @Path("{provider}")
    @RateLimited(Limit.SIGNIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Access(open = true)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SigninResult.class)))
    public ApiResponse signin(@PathParam("provider") String provider, NativeSigninRequest request) {
        return new NativeSignin(app.requireActive()).signin(provider, request);
    }

    /** Trades the code that the browser brought for tokens; a user with a second factor gets a challenge for it. */
    @POST
    @Path("exchange")
    @RateLimited(Limit.SIGNIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Access(open = true)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SigninResult.class)))
    public ApiResponse exchange(ExchangeRequest request) {
        return new Exchange(app.requireActive()).exchange(request.code());
    }

    private static Response sent(WebSignin.Started started) {
        return Response.status(Response.Status.FOUND)
                .location(started.location())
                .header(HttpHeaders.SET_COOKIE, started.cookie())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
