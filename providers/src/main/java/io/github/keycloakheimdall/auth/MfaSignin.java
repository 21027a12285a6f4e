/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.MfaChallenge;
import io.github.keycloakheimdall.admission.MfaChallenges;
import io.github.keycloakheimdall.admission.SessionStart;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.factor.SecondFactor;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.TokenResponse;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Completes a signin that waits for its second factor. */
final class MfaSignin {

    private final KeycloakSession session;
    private final App app;
    private final MfaChallenges challenges;

    MfaSignin(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
        this.challenges = new MfaChallenges(session, app);
    }

    /**
     * Trades the token of a challenge and a code for the session.
     *
     * @throws ApiException 401 when the challenge is not open or the code is wrong, 429 after five tries
     */
    TokenResponse complete(String token, FactorKind kind, String code) {
        MfaChallenge challenge = challenges.find(token).orElseThrow(() -> refused(null, kind, "invalid_mfa_token"));
        UserModel user = session.users().getUserById(app.realm(), challenge.userId());
        if (challenges.attempts(token).take() == 0) {
            record(user, kind, "mfa_challenge_locked");
            throw ApiException.tooManyAttempts(
                    "Too many wrong codes; sign in again", Math.max(1, challenge.expiry() - Clock.seconds()));
        }
        UserStore.requireThere(user);
        if (user == null || !user.isEnabled() || !app.config().signinEnabled()) {
            throw refused(user, kind, Errors.ACCESS_DENIED);
        }
        if (!Standing.of(session, user).equals(challenge.standing())) {
            throw refused(user, kind, "invalid_mfa_token");
        }
        if (!new SecondFactor(session, app).proves(user, kind, code)) {
            throw refused(user, kind, Errors.INVALID_USER_CREDENTIALS);
        }
        if (!challenges.close(token)) {
            throw refused(user, kind, "invalid_mfa_token");
        }
        Proof proof = new Proof(challenge.first().amr(), null).with(kind.amr(), Clock.seconds());
        ActiveTenant tenant =
                challenge.tenantId() == null ? null : ActiveTenant.require(session, app, user, challenge.tenantId());
        return new SessionStart(session, app).start(user, challenge.first(), proof, tenant, challenge.standing());
    }

    private ApiException refused(UserModel user, FactorKind kind, String error) {
        record(user, kind, error);
        return ApiException.unauthorized("Invalid challenge or code");
    }

    private void record(UserModel user, FactorKind kind, String error) {
        EventBuilder event =
                new Events(session).of(EventType.LOGIN).detail(Details.CREDENTIAL_TYPE, kind.credentialType());
        if (user != null) {
            event.user(user).detail(Details.USERNAME, user.getUsername());
        }
        event.error(error);
    }
}
