/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.code.Redemption;
import io.github.keycloakheimdall.code.ResetCodes;
import io.github.keycloakheimdall.code.VerificationCodes;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The routes of {@code /auth} that make codes and use them up. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public abstract class AuthCodesResource {

    final KeycloakSession session;
    final App app;

    AuthCodesResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Uses a verification code up, for who is signed in or gives a password, or else for whom the code was made. */
    @POST
    @Path("verify")
    @RateLimited({Limit.CODES, Limit.SIGNIN})
    @Access(open = true)
    public VerifiedContact verify(VerifyRequest request) {
        return VerifiedContact.of(new Redemption(app).redeem(request.code(), holder(request)));
    }

    /** Whose account the code comes with, or null. */
    private @Nullable UserModel holder(VerifyRequest request) {
        return request.account()
                .map(account -> new PasswordCheck(app).require(account.identifier(), account.password()))
                .or(() -> Callers.userIfAny(session).map(AppUser::user))
                .orElse(null);
    }

    /** Uses a reset code up and sets a new password. */
    @POST
    @Path("reset-password")
    @RateLimited(Limit.CODES)
    @Access(open = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void resetPassword(ResetPasswordRequest request) {
        new PasswordReset(app).reset(request);
    }

    /** Makes a verification code for a backend that delivers it itself. */
    @POST
    @Path("request-verification")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.VERIFY_CREATE)
    @APIResponseSchema(value = CodeAnswer.class, responseCode = "201")
    public Response requestVerification(CodeRequest request) {
        return Created.of(CodeAnswer.handedOver(
                new VerificationCodes(app).request(request.type(), request.value(), Callers.of(session))));
    }

    /** Makes a verification code and mails it. */
    @POST
    @Path("send-verification-email")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.VERIFY_SEND_EMAIL)
    @APIResponseSchema(value = CodeAnswer.Mailed.class, responseCode = "201")
    public Response sendVerificationEmail(CodeMailRequest request) {
        return Created.of(CodeAnswer.mailed(new VerificationCodes(app).send(request.value())));
    }

    /** Makes a reset code for a backend that delivers it itself. */
    @POST
    @Path("request-password-reset")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.PASSWORD_RESET_CREATE)
    @APIResponseSchema(value = CodeAnswer.class, responseCode = "201")
    public Response requestPasswordReset(CodeRequest request) {
        return Created.of(CodeAnswer.handedOver(new ResetCodes(app).request(request.type(), request.value())));
    }

    /** Makes a reset code and mails it. */
    @POST
    @Path("send-password-reset-email")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.PASSWORD_RESET_SEND_EMAIL)
    @APIResponseSchema(value = CodeAnswer.Mailed.class, responseCode = "201")
    public Response sendPasswordResetEmail(CodeMailRequest request) {
        return Created.of(CodeAnswer.mailed(new ResetCodes(app).send(request.value())));
    }
}
