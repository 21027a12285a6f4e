/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.Bar;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.Passwords;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Tells whose identifier and password these are. Whatever is wrong, the answer is the same and costs the same hash. */
final class PasswordCheck {

    private final KeycloakSession session;
    private final App app;
    private final LoginFailures failures;

    PasswordCheck(App app) {
        this.session = app.session();
        this.app = app;
        this.failures = new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts());
    }

    /**
     * The account. Counts a wrong password.
     *
     * @throws ApiException 401 for anything that is wrong with it
     */
    UserModel require(String identifier, String password) {
        UserModel user = new Identifier(app).resolve(identifier);
        UserStore.requireThere(user);
        boolean matches = new Passwords(session).matches(user, password);
        String refusal = refusal(user, matches);
        if (user != null && refusal == null) {
            return user;
        }
        if (user != null && Errors.INVALID_USER_CREDENTIALS.equals(refusal)) {
            failures.add(user);
        }
        record(refusal, user, identifier);
        throw ApiException.unauthorized("Invalid credentials");
    }

    /** Why the user may not come in, in the words of Keycloak's events, or null. */
    private @Nullable String refusal(@Nullable UserModel user, boolean matches) {
        String barred = new Bar(app).reason(user);
        return barred == null && !matches ? Errors.INVALID_USER_CREDENTIALS : barred;
    }

    private void record(@Nullable String error, @Nullable UserModel user, String identifier) {
        EventBuilder event = new Events(session).of(EventType.LOGIN).detail(Details.USERNAME, identifier);
        if (user != null) {
            event.user(user);
        }
        event.error(error);
    }
}
