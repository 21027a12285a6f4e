/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.freshness.Freshness;
import io.github.keycloakheimdall.http.Created;
import io.github.keycloakheimdall.limit.Limit;
import io.github.keycloakheimdall.limit.RateLimited;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.keycloak.models.KeycloakSession;

/** {@code /me/mfa}: the caller's own second factors. */
@Produces(MediaType.APPLICATION_JSON)
public final class MfaResource {

    private final KeycloakSession session;
    private final App app;

    public MfaResource(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** {@code GET /me/mfa/factors}: the enabled ones, then the one whose enrolment is not confirmed. */
    @GET
    @Path("factors")
    @Access(by = AppUser.class)
    public FactorList factors() {
        return enrolment(Callers.user(session)).list();
    }

    /** {@code POST /me/mfa/factors}. */
    @POST
    @Path("factors")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = AppUser.class)
    @APIResponseSchema(value = StartedEnrolment.class, responseCode = "201")
    public Response enrol(EnrolRequest request) {
        Enrolment enrolment = enrolment(Freshness.requireAlone(app));
        return Created.of(
                request.byMail()
                        ? enrolment.startByMail(request.labelOrNull(), request.contactId())
                        : enrolment.start(request.labelOrNull()));
    }

    /**
     * {@code POST /me/mfa/factors/{id}/verify}: two codes in a row, or a mailed one, enable it and count as a step-up.
     */
    @POST
    @Path("factors/{id}/verify")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = AppUser.class)
    public ConfirmedFactor confirm(@PathParam("id") String id, ConfirmRequest request) {
        AppUser caller = Freshness.requireAlone(app);
        ConfirmedFactor confirmed = enrolment(caller).confirm(id, request, caller.requireSession(session));
        notices(caller).tell(SecurityChange.FACTOR_ADDED);
        return confirmed;
    }

    /** {@code DELETE /me/mfa/factors/{id}}: sessions stay as they are. */
    @DELETE
    @Path("factors/{id}")
    @Access(by = AppUser.class)
    public void disable(@PathParam("id") String id) {
        AppUser caller = Freshness.requireAlone(app);
        if (enrolment(caller).disable(id)) {
            notices(caller).tell(SecurityChange.FACTOR_REMOVED);
        }
    }

    /** {@code POST /me/mfa/recovery-codes/regenerate}. */
    @POST
    @Path("recovery-codes/regenerate")
    @Access(by = AppUser.class)
    public RecoveryCodesResponse regenerate() {
        AppUser caller = Freshness.requireAlone(app);
        Factors factors = new Factors(session, caller.user());
        if (factors.enabled().isEmpty()) {
            throw ApiException.conflict("Recovery codes need an enabled factor");
        }
        RecoveryCodesResponse renewed = new RecoveryCodesResponse(factors.mintRecoveryCodes());
        notices(caller).tell(SecurityChange.RECOVERY_CODES_RENEWED);
        return renewed;
    }

    /** {@code POST /me/mfa/step-up}: tokens tell of it from the next refresh on. */
    @POST
    @Path("step-up")
    @RateLimited(Limit.SIGNIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = AppUser.class)
    public StepUpResponse stepUp(StepUpRequest request) {
        return new StepUp(app, Callers.user(session)).stepUp(request.code());
    }

    /** {@code POST /me/mfa/step-up/send-code}: mails a code for it. */
    @POST
    @Path("step-up/send-code")
    @RateLimited(Limit.SIGNIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(by = AppUser.class)
    public MailedCode sendStepUpCode(StepUpSendCodeRequest request) {
        return new StepUp(app, Callers.user(session)).send(request.factorId());
    }

    private SecurityNotices notices(AppUser caller) {
        return SecurityNotices.ofOwner(app, caller.user());
    }

    private Enrolment enrolment(AppUser caller) {
        return new Enrolment(app, caller.user());
    }
}
