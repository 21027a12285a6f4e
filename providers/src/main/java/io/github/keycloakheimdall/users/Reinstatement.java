/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.keycloak.credential.Unlocking;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Whoever lets a user in means it, as in Keycloak's console: another wrong password must not lock for good. */
final class Reinstatement {

    private Reinstatement() {}

    static void unlock(App app, Caller caller, UserModel user) {
        KeycloakSession session = app.session();
        if (Unlocking.of(session, app.realm(), user, app.config().maxFailedLoginAttempts())) {
            new AdminEvents(session, caller.recordedAs())
                    .record(
                            OperationType.DELETE,
                            ResourceType.USER_LOGIN_FAILURE,
                            "attack-detection",
                            "brute-force",
                            "users",
                            user.getId());
        }
    }
}
