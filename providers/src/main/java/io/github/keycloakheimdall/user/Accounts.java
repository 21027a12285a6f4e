/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.keycloak.Database;
import io.github.keycloakheimdall.keycloak.Passwords;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** The people of an app, as Keycloak's users. */
public final class Accounts {

    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private final KeycloakSession session;
    private final App app;

    public Accounts(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /**
     * Makes an account by the rules of the realm's user profile.
     *
     * @throws ApiException 400 for what the profile or the password policy refuses, 409 when the username or the email is
     *     taken
     */
    public UserModel create(NewAccount account) {
        refuseEmailAsUsername(account.username());
        try {
            UserModel user = session.getProvider(UserProfileProvider.class)
                    .create(
                            UserProfileContext.USER_API,
                            Map.of(
                                    UserModel.USERNAME, List.of(account.username()),
                                    UserModel.EMAIL, List.of(account.email())))
                    .create();
            user.setEnabled(true);
            DisplayName.set(user, account.displayName());
            giveRole(user, account.role());
            Database.flush(session);
            if (account.password() != null) {
                new Passwords(session).set(user, account.password(), "password");
            }
            return user;
        } catch (ModelDuplicateException taken) {
            throw taken();
        } catch (ValidationException refused) {
            throw refusal(refused);
        }
    }

    /** A username that looks like an email would answer for somebody else's address at signin. */
    private void refuseEmailAsUsername(String username) {
        if (username.indexOf('@') >= 0 && !app.realm().isRegistrationEmailAsUsername()) {
            throw ApiException.invalid("username", "must not contain @");
        }
    }

    private void giveRole(UserModel user, String name) {
        RoleModel role = app.realm().getRole(name);
        if (role == null || !AppModel.isAppRole(role)) {
            LOG.warnf("Realm %s has no app role '%s'; the new user becomes a member", app.slug(), name);
            role = app.realm().getRole(SystemRole.MEMBER.roleName());
        }
        if (role != null && AppModel.isAppRole(role)) {
            user.grantRole(role);
        }
    }

    private static ApiException refusal(ValidationException refused) {
        if (refused.hasError(Messages.USERNAME_EXISTS, Messages.EMAIL_EXISTS)) {
            return taken();
        }
        List<FieldError> errors = refused.getErrors().stream()
                .map(error -> new FieldError(error.getAttribute(), "is not valid"))
                .distinct()
                .toList();
        return ApiException.invalid(errors);
    }

    private static ApiException taken() {
        return ApiException.conflict("Username or email is already in use");
    }
}
