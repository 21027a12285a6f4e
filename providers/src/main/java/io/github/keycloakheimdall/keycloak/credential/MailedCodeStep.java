/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** Asks for a code by mail at Keycloak's login page, on the page for codes of an authenticator app. */
public abstract class MailedCodeStep extends LoginStep {

    private static final String PAGE = "login-otp.ftl";
    private static final String FIELD = "otp";

    /**
     * Mails a code, unless one is on its way.
     *
     * @param place where it is good, which no other login has
     * @return false when none can be mailed
     */
    protected abstract boolean send(KeycloakSession session, RealmModel realm, UserModel user, String place);

    /** Whether that is the code that was mailed there, which is used up by it. */
    protected abstract boolean proves(
            KeycloakSession session, RealmModel realm, UserModel user, String place, String typed);

    @Override
    public final void authenticate(AuthenticationFlowContext context) {
        if (send(context.getSession(), context.getRealm(), context.getUser(), place(context))) {
            context.challenge(page(context.form().setInfo(Messages.EMAIL_SENT)));
            return;
        }
        context.getEvent().user(context.getUser()).error(Errors.EMAIL_SEND_FAILED);
        context.failureChallenge(
                AuthenticationFlowError.INTERNAL_ERROR,
                context.form().setError(Messages.EMAIL_SENT_ERROR).createErrorPage(Response.Status.BAD_REQUEST));
    }

    @Override
    public final void action(AuthenticationFlowContext context) {
        String locked = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
        if (locked != null) {
            context.getEvent().user(context.getUser()).error(locked);
            context.forceChallenge(page(wrong(context)));
            return;
        }
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
        if (typed != null
                && proves(context.getSession(), context.getRealm(), context.getUser(), place(context), typed)) {
            context.success();
            return;
        }
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page(wrong(context)));
    }

    private static LoginFormsProvider wrong(AuthenticationFlowContext context) {
        return context.form().addError(new FormMessage("totp", Messages.INVALID_TOTP));
    }

    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return !EmailCredentials.of(user).isEmpty();
    }

    private static Response page(LoginFormsProvider form) {
        return form.setAttribute("otpLogin", Map.of("userOtpCredentials", List.of(), "selectedCredentialId", ""))
                .createForm(PAGE);
    }

    private static String place(AuthenticationFlowContext context) {
        return "login:" + context.getAuthenticationSession().getParentSession().getId() + ':'
                + context.getAuthenticationSession().getTabId() + ':'
                + context.getUser().getId();
    }
}
