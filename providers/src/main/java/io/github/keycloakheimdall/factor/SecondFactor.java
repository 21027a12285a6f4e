/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Checks codes. A wrong one counts towards the user's lock, as it does at Keycloak's own page. */
public final class SecondFactor {

    private final KeycloakSession session;
    private final LoginFailures failures;

    public SecondFactor(App app) {
        this.session = app.session();
        this.failures = new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts());
    }

    /**
     * What the code proves, if anything; a code that did is used up. While the user is locked no code does, and no more
     * codes are looked at together than there are failures left until the lock.
     *
     * @param kind {@code TOTP} for a code of digits, whichever device or mail it is from, or {@code RECOVERY_CODE}
     * @param code with spaces in it or not
     * @param mailed uses a code up that was mailed where this one is typed; false for any other
     */
    public Optional<FactorKind> proves(UserModel user, FactorKind kind, String code, Predicate<String> mailed) {
        GuessesUnderWay guesses = new GuessesUnderWay(session, failures, user);
        int place = guesses.begin();
        if (place == 0) {
            return Optional.empty();
        }
        try {
            Optional<FactorKind> proven = match(user, kind, TypedCode.plain(code), mailed);
            if (proven.isPresent()) {
                failures.clearAll(user);
            } else {
                failures.add(user, kind.credentialType());
            }
            return proven;
        } finally {
            guesses.end(place);
        }
    }

    private Optional<FactorKind> match(UserModel user, FactorKind kind, String code, Predicate<String> mailed) {
        if (kind == FactorKind.RECOVERY_CODE) {
            return Optional.of(kind).filter(recovery -> new RecoveryCodes(session).use(user, code));
        }
        return ofDevice(user, code)
                ? Optional.of(FactorKind.TOTP)
                : Optional.of(FactorKind.EMAIL).filter(email -> mailed.test(code));
    }

    private boolean ofDevice(UserModel user, String code) {
        OtpCredentials credentials = new OtpCredentials(session);
        return credentials.of(user).stream().anyMatch(device -> credentials.matches(user, device, code));
    }
}
