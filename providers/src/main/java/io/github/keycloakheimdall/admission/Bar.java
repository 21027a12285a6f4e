/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What keeps someone out whatever they prove: signing in is switched off, or the account is gone, disabled or locked.
 */
public final class Bar {

    private final App app;
    private final LoginFailures failures;

    public Bar(App app) {
        KeycloakSession session = app.session();
        this.app = app;
        this.failures = new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts());
    }

    /**
     * Why the user may not come in, in the words of Keycloak's events, or null.
     *
     * @param user null where there is no such account
     */
    public @Nullable String reason(@Nullable UserModel user) {
        if (!app.config().signinEnabled()) {
            return Errors.ACCESS_DENIED;
        }
        if (user == null) {
            return Errors.USER_NOT_FOUND;
        }
        if (!user.isEnabled()) {
            return Errors.USER_DISABLED;
        }
        return failures.locked(user) ? Errors.USER_TEMPORARILY_DISABLED : null;
    }
}
