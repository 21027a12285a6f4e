/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Checks codes. A wrong one counts towards the user's lock, as it does at Keycloak's own page. */
public final class SecondFactor {

    private final KeycloakSession session;
    private final LoginFailures failures;

    public SecondFactor(KeycloakSession session, App app) {
        this.session = session;
        this.failures = new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts());
    }

    /**
     * Whether the code proves it; a code that did is used up. While the user is locked no code does, and no more codes
     * are looked at together than there are failures left until the lock.
     *
     * @param code with spaces in it or not
     */
    public boolean proves(UserModel user, FactorKind kind, String code) {
        GuessesUnderWay guesses = new GuessesUnderWay(session, failures, user);
        int place = guesses.begin();
        if (place == 0) {
            return false;
        }
        try {
            boolean right = matches(user, kind, TypedCode.plain(code));
            if (right) {
                failures.clearAll(user);
            } else {
                failures.add(user, kind.credentialType());
            }
            return right;
        } finally {
            guesses.end(place);
        }
    }

    private boolean matches(UserModel user, FactorKind kind, String code) {
        return switch (kind) {
            case TOTP -> ofDevice(user, code);
            case RECOVERY_CODE -> new RecoveryCodes(session).use(user, code);
        };
    }

    private boolean ofDevice(UserModel user, String code) {
        OtpCredentials credentials = new OtpCredentials(session);
        return credentials.of(user).stream().anyMatch(device -> credentials.matches(user, device, code));
    }
}
