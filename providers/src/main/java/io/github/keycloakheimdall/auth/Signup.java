/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.code.VerificationCodes;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.token.TokenResponse;
import io.github.keycloakheimdall.user.AccountFaults;
import io.github.keycloakheimdall.user.Accounts;
import io.github.keycloakheimdall.user.NewAccount;
import io.github.keycloakheimdall.user.SignupRule;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Guide, step 3: an account and its first session. */
final class Signup {

    private final KeycloakSession session;
    private final App app;
    private final SignupRule rule;

    Signup(App app) {
        this.session = app.session();
        this.app = app;
        this.rule = new SignupRule(app.config());
    }

    @Nullable
    TokenResponse signup(SignupRequest request) {
        requireOpen();
        requireAllowedDomain(request.email());
        new AccountFaults(app).refuse(request.username(), request.email(), request.password(), request.displayName());
        return new Registration(app).run(its -> register(its, request));
    }

    private static UserModel register(App app, SignupRequest request) {
        KeycloakSession session = app.session();
        new EmailOwners(app).requireFree(request.email());
        UserModel user = new Accounts(app).register(account(request));
        new Events(session)
                .of(EventType.REGISTER, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.EMAIL, user.getEmail())
                .detail(Details.REGISTER_METHOD, "heimdall")
                .success();
        new VerificationCodes(app).sendAtSignup(user);
        return user;
    }

    private static NewAccount account(SignupRequest request) {
        return new NewAccount(request.username(), request.email(), request.password(), request.displayName(), null);
    }

    private void requireOpen() {
        if (!rule.open()) {
            new Events(session).of(EventType.REGISTER).error(Errors.REGISTRATION_DISABLED);
            throw ApiException.forbidden("Signup is disabled");
        }
        if (rule.ofBackends()) {
            Callers.requireBackend(session, KeyPermissions.SIGNUP_CREATE);
        }
    }

    private void requireAllowedDomain(String email) {
        if (!rule.takes(email)) {
            throw ApiException.forbidden("Signup is not open to this email domain");
        }
    }
}
