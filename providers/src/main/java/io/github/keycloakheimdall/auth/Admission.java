/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.LoginFailures;
import io.github.keycloakheimdall.tenancy.ActiveTenant;
import io.github.keycloakheimdall.token.Proof;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a first proof brings: a session, or the challenge of the second factor and no session yet. */
final class Admission {

    private final KeycloakSession session;
    private final App app;

    Admission(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /**
     * Lets the user in, or asks for a second factor.
     *
     * @param amr how the user proved who they are
     * @param tenantId the tenant to sign in to, or null
     * @throws ApiException 403 when the user is no member of the tenant, or it is not active
     */
    ApiResponse admit(UserModel user, List<String> amr, String tenantId) {
        ActiveTenant tenant = tenantId == null ? null : ActiveTenant.require(session, app, user, tenantId);
        List<Factor> factors = new Factors(session, user).enabled();
        if (!factors.isEmpty()) {
            // The failures stay: a password alone must not buy another five guesses at the code.
            return new MfaChallenges(session, app).open(user, amr, tenant == null ? null : tenant.id(), factors);
        }
        new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts()).clearAll(user);
        return new SessionStart(session, app).start(user, new Proof(amr, null), tenant);
    }
}
