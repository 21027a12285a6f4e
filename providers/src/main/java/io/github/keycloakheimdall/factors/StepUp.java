/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.factor.Attempts;
import io.github.keycloakheimdall.factor.FactorKind;
import io.github.keycloakheimdall.factor.SecondFactor;
import io.github.keycloakheimdall.http.TypedCode;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.event.StepUpEvent;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.mailedfactor.EmailCodes;
import io.github.keycloakheimdall.mailedfactor.EmailFactors;
import io.github.keycloakheimdall.mailedfactor.MailedCode;
import io.github.keycloakheimdall.token.Proof;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** Proves a second factor again within a session; five wrong codes in a row lock that for fifteen minutes. */
final class StepUp {

    private static final int LOCK_SECONDS = 15 * 60;
    private static final int ATTEMPT_SECONDS = 24 * 60 * 60;
    private static final int MAX_TOTP_LENGTH = 8;

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;
    private final String lock;

    StepUp(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.lock = "heimdall.step-up:" + caller.sessionId();
    }

    /** @throws ApiException 401 for a wrong code and for a session that ended, 429 while it is locked */
    StepUpResponse stepUp(String code) {
        UserSessionModel userSession = caller.requireSession(session);
        FactorKind kind =
                TypedCode.plain(code).length() <= MAX_TOTP_LENGTH ? FactorKind.TOTP : FactorKind.RECOVERY_CODE;
        Attempts attempts = new Attempts(session, lock, ATTEMPT_SECONDS);
        int attempt = attempts.take();
        boolean locks = attempt == 0 && session.singleUseObjects().putIfAbsent(lock, LOCK_SECONDS);
        // Asked after the place was taken, so that a place which the lock's maker frees is no way around it.
        if (session.singleUseObjects().contains(lock)) {
            attempts.forget();
            throw locked(kind, locks);
        }
        Optional<FactorKind> proven = new SecondFactor(app).proves(caller.user(), kind, code, codes()::use);
        if (proven.isEmpty()) {
            if (attempt == Attempts.MAX) {
                locks = session.singleUseObjects().putIfAbsent(lock, LOCK_SECONDS);
                attempts.forget();
            }
            event(kind, locks).error(Errors.INVALID_USER_CREDENTIALS);
            throw ApiException.unauthorized("Invalid code");
        }
        attempts.forget();
        int now = Clock.seconds();
        Proof proof = Proof.of(userSession).with(proven.get().amr(), now);
        proof.remember(userSession);
        event(proven.get(), false).success();
        return new StepUpResponse(proof.amr(), Instant.ofEpochSecond(now));
    }

    /**
     * Mails a code for this session.
     *
     * @param factorId null for the first factor by mail
     * @throws ApiException 400 for what is no factor by mail, 401 for a session that ended, 410 when the factor's
     *     address is gone, 412 or 503 when no mail can go out, 429 while step-up is locked and half a minute after a
     *     mail
     */
    MailedCode send(@Nullable String factorId) {
        caller.requireSession(session);
        if (session.singleUseObjects().contains(lock)) {
            throw locked();
        }
        EmailFactors factors = new EmailFactors(app, caller.user());
        String factor = factorId != null
                ? factorId
                : factors.first().orElseThrow(() -> ApiException.badRequest("There is no email factor"));
        return codes().send(factor, factors.address(factor), Long.MAX_VALUE);
    }

    private EmailCodes codes() {
        return new EmailCodes(app, caller.user(), lock);
    }

    private ApiException locked(FactorKind kind, boolean locks) {
        event(kind, locks).error("step_up_locked");
        return locked();
    }

    private static ApiException locked() {
        return TryLater.tooManyAttempts("Too many wrong codes; step-up is locked for now", LOCK_SECONDS);
    }

    /** @param locks whether it is the one that locks step-up */
    private EventBuilder event(FactorKind kind, boolean locks) {
        return new Events(session)
                .of(EventType.LOGIN, caller.user())
                .session(caller.sessionId())
                .detail(Details.REASON, StepUpEvent.REASON)
                .detail(StepUpEvent.LOCKS, locks ? "true" : null)
                .detail(Details.CREDENTIAL_TYPE, kind.credentialType());
    }
}
