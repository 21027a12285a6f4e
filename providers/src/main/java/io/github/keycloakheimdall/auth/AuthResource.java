/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.Backend;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Person;
import io.github.keycloakheimdall.code.Redemption;
import io.github.keycloakheimdall.code.ResetCodes;
import io.github.keycloakheimdall.code.VerificationCodes;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import io.github.keycloakheimdall.token.TokenResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /auth}: getting in and out. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {

    private final KeycloakSession session;
    private final App app;

    public AuthResource(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** Guide, step 3. */
    @POST
    @Path("signup")
    @RateLimited(Limit.SIGNUP)
    @Access(open = true)
    public TokenResponse signup(SignupRequest request) {
        return new Signup(session, app).signup(request);
    }

    /** Guide, step 4; a user with a second factor gets a challenge for it instead of tokens. */
    @POST
    @Path("signin")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(oneOf = {TokenResponse.class, MfaChallengeResponse.class})))
    public ApiResponse signin(SigninRequest request) {
        return new Signin(session, app).signin(request);
    }

    /** {@code POST /auth/mfa/verify}: completes a signin with a code of the authenticator app. */
    @POST
    @Path("mfa/verify")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    public TokenResponse verifyMfa(MfaVerifyRequest request) {
        return new MfaSignin(session, app).complete(request.mfaToken(), FactorKind.TOTP, request.code());
    }

    /** {@code POST /auth/mfa/recover}: completes a signin with a recovery code. */
    @POST
    @Path("mfa/recover")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    public TokenResponse recoverMfa(MfaRecoverRequest request) {
        return new MfaSignin(session, app)
                .complete(request.mfaToken(), FactorKind.RECOVERY_CODE, request.recoveryCode());
    }

    /** {@code GET /auth/me/tenants}. */
    @GET
    @Path("me/tenants")
    @Access(by = Person.class)
    public MyTenants tenants() {
        return new TenantSwitch(session, app, Callers.person(session)).list();
    }

    /** {@code POST /auth/switch-tenant}: the session goes on in another tenant, with new tokens. */
    @POST
    @Path("switch-tenant")
    @Access(by = Person.class)
    public TokenResponse switchTenant(SwitchTenantRequest request) {
        return new TenantSwitch(session, app, Callers.person(session)).enter(request.tenantId());
    }

    /** Guide, step 6. */
    @POST
    @Path("refresh")
    @RateLimited(Limit.REFRESH)
    @Access(open = true)
    public TokenResponse refresh(RefreshTokenRequest request) {
        return new Refresh(session, app).refresh(request.refreshToken());
    }

    /** Guide, step 7. */
    @POST
    @Path("logout")
    @RateLimited(Limit.REFRESH)
    @Access(open = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void logout(RefreshTokenRequest request) {
        new Logout(session, app).logout(request.refreshToken());
    }

    /** Uses a verification code up, for who is signed in, or else for whom the code was made. */
    @POST
    @Path("verify")
    @RateLimited(Limit.CODES)
    @Access(open = true)
    public VerifiedContact verify(VerifyRequest request) {
        return VerifiedContact.of(new Redemption(session, app)
                .redeem(
                        request.code(),
                        Callers.personIfAny(session).map(Person::user).orElse(null)));
    }

    /** Uses a reset code up and sets a new password. */
    @POST
    @Path("reset-password")
    @RateLimited(Limit.CODES)
    @Access(open = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void resetPassword(ResetPasswordRequest request) {
        new PasswordReset(session, app).reset(request);
    }

    /** Makes a verification code for a backend that delivers it itself. */
    @POST
    @Path("request-verification")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.VERIFY_CREATE)
    @APIResponseSchema(value = CodeAnswer.class, responseCode = "201")
    public Response requestVerification(CodeRequest request) {
        return CodeAnswer.handedOver(new VerificationCodes(session, app).request(request.type(), request.value()));
    }

    /** Makes a verification code and mails it. */
    @POST
    @Path("send-verification-email")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.VERIFY_SEND_EMAIL)
    @APIResponseSchema(value = CodeAnswer.Mailed.class, responseCode = "201")
    public Response sendVerificationEmail(CodeMailRequest request) {
        return CodeAnswer.mailed(new VerificationCodes(session, app).send(request.value()));
    }

    /** Makes a reset code for a backend that delivers it itself. */
    @POST
    @Path("request-password-reset")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.PASSWORD_RESET_CREATE)
    @APIResponseSchema(value = CodeAnswer.class, responseCode = "201")
    public Response requestPasswordReset(CodeRequest request) {
        return CodeAnswer.handedOver(new ResetCodes(session, app).request(request.type(), request.value()));
    }

    /** Makes a reset code and mails it. */
    @POST
    @Path("send-password-reset-email")
    @RateLimited(Limit.CODES)
    @Access(by = Backend.class, permission = KeyPermissions.PASSWORD_RESET_SEND_EMAIL)
    @APIResponseSchema(value = CodeAnswer.Mailed.class, responseCode = "201")
    public Response sendPasswordResetEmail(CodeMailRequest request) {
        return CodeAnswer.mailed(new ResetCodes(session, app).send(request.value()));
    }

    /** Makes an account of an invite. */
    @POST
    @Path("accept-invite")
    @RateLimited(Limit.SIGNUP)
    @Access(open = true)
    public TokenResponse acceptInvite(AcceptInviteRequest request) {
        return new InviteAcceptance(session, app).accept(request);
    }
}
