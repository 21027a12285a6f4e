/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether wrong passwords are remembered long enough to be counted. */
public final class LockoutCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return realm.getMaxDeltaTimeSeconds() > 0
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "failures_not_kept",
                        "The realm forgets each wrong password at once, so nobody is ever locked.",
                        "Set 'Failure reset time' in the realm's brute-force settings, to hours rather than seconds."));
    }
}
