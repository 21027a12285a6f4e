/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import io.github.keycloakheimdall.keycloak.event.Events;
import java.util.List;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Holds back who has something to do first: verify an email, set a new password, what else the realm asks. */
public final class Readiness {

    private Readiness() {}

    /**
     * To be asked when the user proved everything else, so that nobody else learns of it.
     *
     * @param during the event that fails for it
     * @param byPassword whether a password is part of what they proved
     * @throws ApiException 403 {@code ACTION_REQUIRED} that names the actions
     */
    public static void require(KeycloakSession session, UserModel user, EventType during, boolean byPassword) {
        List<String> actions = new PendingActions(session).of(user, byPassword);
        if (!actions.isEmpty()) {
            throw refusal(session, user, during, actions);
        }
    }

    /** The refusal, with its event sent. */
    public static ApiException refusal(
            KeycloakSession session, UserModel user, EventType during, List<String> actions) {
        new Events(session)
                .of(during, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, String.join(" ", actions))
                .error(Errors.RESOLVE_REQUIRED_ACTIONS);
        return ApiException.actionRequired(actions);
    }
}
