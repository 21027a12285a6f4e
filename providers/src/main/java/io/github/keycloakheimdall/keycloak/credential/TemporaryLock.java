/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.time.Instant;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;

/**
 * Locks a user for a while at the app's limit, in a realm whose own limit locks for good. Keycloak's protector knows
 * one limit alone, and takes each lock for a while that it counts as a step towards the one for good.
 */
final class TemporaryLock {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final int maxAttempts;

    TemporaryLock(KeycloakSession session, RealmModel realm, int maxAttempts) {
        this.session = session;
        this.realm = realm;
        this.maxAttempts = maxAttempts;
    }

    /** After a failure that was counted. */
    void after(UserModel user) {
        UserLoginFailureModel failures = session.loginFailures().getUserLoginFailure(realm, user.getId());
        long wait = (long) realm.getWaitIncrementSeconds() * (failures.getNumFailures() / maxAttempts);
        int until = Clock.seconds() + (int) Math.min(realm.getMaxFailureWaitSeconds(), wait);
        if (wait == 0 || until <= failures.getFailedLoginNotBefore()) {
            return;
        }
        failures.setFailedLoginNotBefore(until);
        new EventBuilder(realm, session)
                .ipAddress(failures.getLastIPFailure())
                .event(EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT)
                .user(user.getId())
                .detail(Details.REASON, "brute_force_attack detected")
                .detail(Details.NUM_FAILURES, String.valueOf(failures.getNumFailures()))
                .detail(Details.NOT_BEFORE, Instant.ofEpochSecond(until).toString())
                .success();
    }
}
