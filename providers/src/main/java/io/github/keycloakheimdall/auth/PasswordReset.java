/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.code.ResetCodes;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.Passwords;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.user.Expulsion;
import java.util.List;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Sets a forgotten password with a code, and ends every session of the account. */
final class PasswordReset {

    private static final String FIELD = "new_password";

    private final KeycloakSession session;
    private final App app;

    PasswordReset(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** A password that will not do leaves the code as it was. */
    void reset(ResetPasswordRequest request) {
        app.config().password().require(FIELD, request.newPassword());
        UserModel user = redeem(request.code());
        UserLock.acquire(session, user);
        new Passwords(session).set(user, request.newPassword(), FIELD);
        PendingActions.done(user, UserModel.RequiredAction.UPDATE_PASSWORD);
        new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts()).clear(user);
        new Expulsion(session).of(user);
        announce(user);
        SecurityNotices.ofOwner(app, user).tell(SecurityChange.PASSWORD_RESET);
    }

    private UserModel redeem(String code) {
        try {
            return new ResetCodes(app).redeem(code);
        } catch (ApiException refused) {
            new Events(session).of(EventType.RESET_PASSWORD).error(Errors.INVALID_CODE);
            throw refused;
        }
    }

    /** Keycloak's own flows still send the older event beside the newer one. */
    @SuppressWarnings("deprecation")
    private void announce(UserModel user) {
        new Events(session).of(EventType.RESET_PASSWORD, user).success();
        for (EventType type : List.of(EventType.UPDATE_CREDENTIAL, EventType.UPDATE_PASSWORD)) {
            new Events(session)
                    .of(type, user)
                    .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                    .success();
        }
    }
}
