/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.StillIn;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.Passwords;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.mail.SecurityChange;
import io.github.keycloakheimdall.role.LastOwner;
import io.github.keycloakheimdall.user.DisplayName;
import io.github.keycloakheimdall.user.Expulsion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** What the caller may change about themselves. */
final class OwnAccount {

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;
    private final UserModel user;

    OwnAccount(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.user = caller.user();
    }

    void rename(@Nullable String displayName) {
        String before = DisplayName.of(user);
        DisplayName.setByOwner(session, user, displayName);
        new Events(session)
                .of(EventType.UPDATE_PROFILE, user)
                .session(caller.sessionId())
                .detail(Details.PREF_PREVIOUS + "displayName", before)
                .detail(Details.PREF_UPDATED + "displayName", DisplayName.of(user))
                .success();
    }

    /** Sets the password and ends everything but the caller's session. */
    void changePassword(ChangePasswordRequest request) {
        // Before the lock: a failure that is counted may itself have to change the account.
        verify(request.currentPassword());
        String proved = Standing.of(session, user);
        StillIn.require(app, caller);
        if (!proved.equals(Standing.of(session, user))) {
            throw ApiException.unauthorized("Invalid credentials");
        }
        app.config().password().require("new_password", request.newPassword());
        new Passwords(session).set(user, request.newPassword(), "new_password");
        PendingActions.done(user, UserModel.RequiredAction.UPDATE_PASSWORD);
        UserSessions sessions = new UserSessions(session);
        for (UserSessionModel other : sessions.of(user)) {
            if (!other.getId().equals(caller.sessionId())) {
                new Events(session).of(EventType.LOGOUT, other).success();
            }
        }
        new Expulsion(session).sparing(user, caller.sessionId());
        announcePasswordChange();
        SecurityNotices.ofOwner(app, user).tell(SecurityChange.PASSWORD_CHANGED);
    }

    /** Keycloak's own flows still send the older event beside the newer one. */
    @SuppressWarnings("deprecation")
    private void announcePasswordChange() {
        for (EventType type : List.of(EventType.UPDATE_CREDENTIAL, EventType.UPDATE_PASSWORD)) {
            new Events(session)
                    .of(type, user)
                    .session(caller.sessionId())
                    .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                    .success();
        }
    }

    /** Guessing the password with a stolen bearer counts like guessing it at signin. */
    private void verify(String password) {
        LoginFailures failures =
                new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts());
        boolean matches = new Passwords(session).matches(user, password);
        boolean locked = failures.locked(user);
        if (matches && !locked) {
            failures.clear(user);
            return;
        }
        if (!locked) {
            failures.add(user);
        }
        new Events(session)
                .of(EventType.UPDATE_CREDENTIAL, user)
                .session(caller.sessionId())
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE)
                .error(locked ? Errors.USER_TEMPORARILY_DISABLED : Errors.INVALID_USER_CREDENTIALS);
        throw ApiException.unauthorized("Invalid credentials");
    }

    void delete() {
        LastOwner.protect(app, user);
        StillIn.require(app, caller);
        SecurityNotices notices = SecurityNotices.ofOwner(app, user);
        String username = user.getUsername();
        String email = user.getEmail();
        if (!UserStore.remove(session, app.realm(), user)) {
            throw ApiException.notFound();
        }
        new Events(session)
                .of(EventType.DELETE_ACCOUNT)
                .user(caller.claims().sub())
                .detail(Details.USERNAME, username)
                .detail(Details.EMAIL, email)
                .success();
        notices.tell(SecurityChange.ACCOUNT_DELETED);
    }
}
