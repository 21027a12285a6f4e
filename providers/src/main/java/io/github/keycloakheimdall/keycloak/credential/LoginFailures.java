/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Counts wrong passwords and codes in Keycloak's own records, which its console shows and clears where the realm counts
 * too. The realm's settings apply where they are stricter than the app's limit, and the app's limit applies where the
 * realm has none.
 */
public final class LoginFailures {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final int maxAttempts;

    /** @param maxAttempts failures until the user is locked */
    public LoginFailures(KeycloakSession session, RealmModel realm, int maxAttempts) {
        this.session = session;
        this.realm = realm;
        this.maxAttempts = maxAttempts;
    }

    /** Whether the user is locked now. */
    public boolean locked(UserModel user) {
        BruteForceProtector protector = session.getProvider(BruteForceProtector.class);
        StricterRealm stricter = new StricterRealm(realm, maxAttempts, false);
        return protector.isTemporarilyDisabled(session, stricter, user)
                || protector.isPermanentlyLockedOut(session, stricter, user)
                || oughtToBeLocked(stricter, user);
    }

    /**
     * Failures that two nodes count at the same moment do not see each other: each is below the limit, and none locks.
     */
    private boolean oughtToBeLocked(StricterRealm stricter, UserModel user) {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        return failures != null
                && failures.getNumFailures() >= stricter.failuresToLock()
                && Clock.seconds()
                        < failures.getLastFailure() / 1000
                                + Math.min(stricter.getWaitIncrementSeconds(), stricter.getMaxFailureWaitSeconds());
    }

    /** How many guesses may be looked at together, so that no failure goes beyond the one that locks; at least 1. */
    public int left(UserModel user) {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        int limit = new StricterRealm(realm, maxAttempts, false).failuresToLock();
        return Math.max(1, failures == null ? limit : limit - failures.getNumFailures());
    }

    /**
     * Counts a failure before it returns and whatever becomes of the request. Keycloak's own call would count later, on
     * another thread: a burst of guesses would see the lock too late.
     */
    public void add(UserModel user) {
        add(user, PasswordCredentialModel.TYPE);
    }

    /**
     * Counts a failure of one of the categories that Keycloak's protector knows, {@code password}, {@code otp} and
     * {@code recovery-authn-codes}; a failure of any other is never cleared.
     */
    public void add(UserModel user, String category) {
        new FailureRecord(session, realm, maxAttempts).write(user, category);
    }

    /**
     * Forgets wrong passwords after a right or a new one, and writes only if there were any. Wrong one-time passwords
     * go on counting: whoever has the password, or the mailbox that resets it, must not get more guesses by it. Where
     * Keycloak does not tell the two apart, all go on counting for who has a code to be asked for.
     */
    public void clear(UserModel user) {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        if (failures == null) {
            return;
        }
        if (!Feature.CODE_FAILURES.isThere()) {
            if (!hasCodes(user)) {
                failures.clearFailures();
            }
            return;
        }
        int codes = Math.min(CodeFailures.of(failures), maxAttempts);
        int lockedUntil = failures.getFailedLoginNotBefore();
        long last = failures.getLastFailure();
        failures.clearFailures();
        if (codes == 0) {
            return;
        }
        IntStream.range(0, codes).forEach(i -> failures.incrementFailures());
        failures.setLastFailure(last);
        if (codes == maxAttempts) {
            failures.setFailedLoginNotBefore(lockedUntil);
        }
    }

    /** Forgets every failure once all that was asked for is proved; writes only if there were any. */
    public void clearAll(UserModel user) {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        if (failures == null) {
            return;
        }
        if (Feature.CODE_FAILURES.isThere()) {
            CodeFailures.clearWithAll(failures);
        } else {
            failures.clearFailures();
        }
    }

    private static boolean hasCodes(UserModel user) {
        return !EmailCredentials.of(user).isEmpty()
                || Stream.of(OTPCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE)
                        .anyMatch(user.credentialManager()::isConfiguredFor);
    }

    @Needs(Feature.CODE_FAILURES)
    private static final class CodeFailures {

        static int of(UserLoginFailureModel failures) {
            return failures.getNumSecondaryAuthFailures();
        }

        static void clearWithAll(UserLoginFailureModel failures) {
            failures.clearPrimaryAndSecondaryAuthFailures();
        }
    }
}
