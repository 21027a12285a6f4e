/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.MfaChallenge;
import io.github.keycloakheimdall.admission.MfaChallenges;
import io.github.keycloakheimdall.admission.SessionStart;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.factor.Attempts;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.factor.SecondFactor;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.mailedfactor.EmailCodes;
import io.github.keycloakheimdall.mailedfactor.EmailFactors;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.TokenResponse;
import org.jspecify.annotations.Nullable;
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

    MfaSignin(App app) {
        this.session = app.session();
        this.app = app;
        this.challenges = new MfaChallenges(app);
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
            throw TryLater.tooManyAttempts(
                    "Too many wrong codes; sign in again", Math.max(1, challenge.expiry() - Clock.seconds()));
        }
        requireStanding(user, challenge, kind);
        FactorKind proven = new SecondFactor(app)
                .proves(user, kind, code, codes(user, token)::use)
                .orElseThrow(() -> refused(user, kind, Errors.INVALID_USER_CREDENTIALS));
        if (!challenges.close(token)) {
            throw refused(user, kind, "invalid_mfa_token");
        }
        Proof proof = new Proof(challenge.first().amr(), null).with(proven.amr(), Clock.seconds());
        ActiveTenant tenant =
                challenge.tenantId() == null ? null : ActiveTenant.require(app, user, challenge.tenantId());
        return new SessionStart(app).start(user, challenge.first(), proof, tenant, challenge.standing());
    }

    /**
     * Mails a code for a challenge.
     *
     * @throws ApiException 400 for what is no factor by mail, 401 when the challenge is not open, 410 when the factor's
     *     address is gone, 412 or 503 when no mail can go out, 429 after five tries or three mails, and half a minute
     *     after a mail
     */
    MailedCode send(String token, String factorId) {
        FactorKind kind = FactorKind.EMAIL;
        MfaChallenge challenge = challenges.find(token).orElseThrow(() -> refused(null, kind, "invalid_mfa_token"));
        UserModel user = session.users().getUserById(app.realm(), challenge.userId());
        requireStanding(user, challenge, kind);
        int wait = Math.max(1, challenge.expiry() - Clock.seconds());
        if (challenges.attempts(token).spent()) {
            throw TryLater.tooManyAttempts("Too many wrong codes; sign in again", wait);
        }
        Contact address = new EmailFactors(app, user).address(factorId);
        Attempts mails = challenges.mails(token);
        if (mails.spent()) {
            throw TryLater.tooManyAttempts("Too many codes were sent; sign in again", wait);
        }
        MailedCode sent = codes(user, token).send(factorId, address, challenge.expiry());
        mails.take();
        return sent;
    }

    private EmailCodes codes(UserModel user, String token) {
        return new EmailCodes(app, user, challenges.place(token));
    }

    private void requireStanding(@Nullable UserModel user, MfaChallenge challenge, FactorKind kind) {
        UserStore.requireThere(user);
        if (user == null || !user.isEnabled() || !app.config().signinEnabled()) {
            throw refused(user, kind, Errors.ACCESS_DENIED);
        }
        if (!Standing.of(session, user).equals(challenge.standing())) {
            throw refused(user, kind, "invalid_mfa_token");
        }
    }

    private ApiException refused(@Nullable UserModel user, FactorKind kind, String error) {
        record(user, kind, error);
        return ApiException.unauthorized("Invalid challenge or code");
    }

    private void record(@Nullable UserModel user, FactorKind kind, String error) {
        EventBuilder event =
                new Events(session).of(EventType.LOGIN).detail(Details.CREDENTIAL_TYPE, kind.credentialType());
        if (user != null) {
            event.user(user).detail(Details.USERNAME, user.getUsername());
        }
        event.error(error);
    }
}
