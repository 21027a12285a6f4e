/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.credential.LoginFailures;
import io.github.keycloakheimdall.keycloak.credential.OtherFactors;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a first proof brings: a session, or the challenge of the second factor and no session yet. */
public final class Admission {

    private final KeycloakSession session;
    private final App app;

    public Admission(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Lets the user in, or asks for a second factor.
     *
     * @param first how the user proved who they are
     * @param tenantId the tenant to sign in to, or null
     * @throws ApiException 403 when the user is no member of the tenant, or it is not active, {@code ACTION_REQUIRED}
     *     when the user has something to do first, {@code SECOND_FACTOR_UNSUPPORTED} when their second factor is one
     *     that this API cannot ask for
     */
    public ApiResponse admit(UserModel user, FirstProof first, @Nullable String tenantId) {
        ActiveTenant tenant = tenantId == null ? null : ActiveTenant.require(app, user, tenantId);
        Factors factors = new Factors(session, user);
        if (factors.asked()) {
            // The failures stay: a password alone must not buy another five guesses at the code.
            return new MfaChallenges(app).open(user, first, tenant == null ? null : tenant.id(), factors.enabled());
        }
        if (OtherFactors.has(session, user)) {
            throw unsupported(user);
        }
        new LoginFailures(session, app.realm(), app.config().maxFailedLoginAttempts()).clearAll(user);
        return new SessionStart(app).start(user, first, first.alone(), tenant, Standing.of(session, user));
    }

    private ApiException unsupported(UserModel user) {
        new Events(session)
                .of(EventType.LOGIN, user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(Details.REASON, "second_factor_unsupported")
                .error(Errors.ACCESS_DENIED);
        return ApiException.forbidden(
                "This user signs in at the login page, which asks for their second factor",
                "SECOND_FACTOR_UNSUPPORTED");
    }
}
