/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.SigninResult;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import io.github.keycloakheimdall.token.TokenResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /auth}: getting in and out. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource extends AuthCodesResource {

    public AuthResource(App app) {
        super(app);
    }

    /** Guide, step 3. */
    @POST
    @Path("signup")
    @RateLimited(Limit.SIGNUP)
    @Access(open = true)
    public @Nullable TokenResponse signup(SignupRequest request) {
        return new Signup(app).signup(request);
    }

    /** Guide, step 4; a user with a second factor gets a challenge for it instead of tokens. */
    @POST
    @Path("signin")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SigninResult.class)))
    public ApiResponse signin(SigninRequest request) {
        return new Signin(app).signin(request);
    }

    /** {@code POST /auth/mfa/verify}: completes a signin with a code of the authenticator app, or a mailed one. */
    @POST
    @Path("mfa/verify")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    public TokenResponse verifyMfa(MfaVerifyRequest request) {
        return new MfaSignin(app).complete(request.mfaToken(), FactorKind.TOTP, request.code());
    }

    /** {@code POST /auth/mfa/send-code}: mails a code for a signin that waits for its second factor. */
    @POST
    @Path("mfa/send-code")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    public MailedCode sendMfaCode(MfaSendCodeRequest request) {
        return new MfaSignin(app).send(request.mfaToken(), request.factorId());
    }

    /** {@code POST /auth/mfa/recover}: completes a signin with a recovery code. */
    @POST
    @Path("mfa/recover")
    @RateLimited(Limit.SIGNIN)
    @Access(open = true)
    public TokenResponse recoverMfa(MfaRecoverRequest request) {
        return new MfaSignin(app).complete(request.mfaToken(), FactorKind.RECOVERY_CODE, request.recoveryCode());
    }

    /** {@code GET /auth/me/tenants}. */
    @GET
    @Path("me/tenants")
    @Access(by = AppUser.class)
    public MyTenants tenants() {
        return new TenantSwitch(app, Callers.user(session)).list();
    }

    /** {@code POST /auth/switch-tenant}: the session goes on in another tenant, with new tokens. */
    @POST
    @Path("switch-tenant")
    @Access(by = AppUser.class)
    public TokenResponse switchTenant(SwitchTenantRequest request) {
        return new TenantSwitch(app, Callers.user(session)).enter(request.tenantId());
    }

    /** Guide, step 6. */
    @POST
    @Path("refresh")
    @RateLimited(Limit.REFRESH)
    @Access(open = true)
    public TokenResponse refresh(RefreshTokenRequest request) {
        return new Refresh(app).refresh(request.refreshToken());
    }

    /** Guide, step 7. */
    @POST
    @Path("logout")
    @RateLimited(Limit.REFRESH)
    @Access(open = true)
    @APIResponse(responseCode = "204", description = "Done")
    public void logout(RefreshTokenRequest request) {
        new Logout(app).logout(request.refreshToken());
    }

    /** Makes an account of an invite. */
    @POST
    @Path("accept-invite")
    @RateLimited(Limit.SIGNUP)
    @Access(open = true)
    public @Nullable TokenResponse acceptInvite(AcceptInviteRequest request) {
        return new InviteAcceptance(app).accept(request);
    }
}
