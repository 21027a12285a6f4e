/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import java.util.Set;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether someone at Keycloak's login page came by the link for a forgotten password; no event says so at the end. */
public final class ResetAttempt {

    private ResetAttempt() {}

    /** Of whom the request is. */
    public static boolean isUnderWay(KeycloakSession session) {
        AuthenticationSessionModel attempt = session.getContext().getAuthenticationSession();
        if (attempt == null) {
            return false;
        }
        RealmModel realm = session.getContext().getRealm();
        AuthenticationFlowModel flow = realm.getResetCredentialsFlow();
        Set<String> done = attempt.getExecutionStatus().keySet();
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .map(AuthenticationExecutionModel::getId)
                        .anyMatch(done::contains);
    }
}
