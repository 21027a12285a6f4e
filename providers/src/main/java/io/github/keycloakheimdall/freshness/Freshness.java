/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.freshness;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.StillIn;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.keycloak.credential.OtherFactors;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What a user must have proved of late to change how an account is got into, so that a stolen bearer alone cannot.
 * The bearer itself must tell of the second factor: where the session's note counted, whoever holds an old bearer would
 * be let in by the owner's own step-up.
 */
public final class Freshness {

    private static final int FACTOR_SECONDS = 15 * 60;
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;

    private Freshness(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * The user of this request, about to change how one gets in.
     *
     * @throws ApiException 401 without a bearer that holds and whose session lives, 403
     *     {@code REAUTHENTICATION_REQUIRED} when the sign-in is too long ago for the app, 403 {@code STEP_UP_REQUIRED}
     *     when the account has a second factor that the bearer does not tell of, or not of late
     */
    public static AppUser require(App app) {
        KeycloakSession session = app.session();
        Freshness freshness = new Freshness(app, requireLive(session));
        freshness.requireSignin();
        freshness.requireFactor();
        return freshness.caller;
    }

    /**
     * The same, and other changes of the account wait until the request ends: what was enrolled, reset or called back
     * at the same moment is seen.
     */
    public static AppUser requireAlone(App app) {
        KeycloakSession session = app.session();
        StillIn.require(app, requireLive(session));
        return require(app);
    }

    /**
     * Asks the same of a user who is about to change somebody else's account; a machine client, a backend or an admin
     * passes.
     *
     * @throws ApiException as {@link #require} does
     */
    public static void requireOfUser(App app) {
        KeycloakSession session = app.session();
        if (Callers.of(session) instanceof AppUser) {
            require(app);
        }
    }

    /**
     * The user of this request. A bearer that outlives its logout does not do: it is for reading.
     *
     * @throws ApiException 401 without a bearer that holds and whose session lives
     */
    public static AppUser requireLive(KeycloakSession session) {
        AppUser caller = Callers.user(session);
        caller.requireSession(session);
        return caller;
    }

    private void requireSignin() {
        int maxAge = app.config().sensitiveMaxAge();
        int signedIn = caller.requireSession(session).getStarted();
        if (maxAge > 0 && !within(maxAge, signedIn)) {
            throw ApiException.forbidden("Sign in again to do this", "REAUTHENTICATION_REQUIRED");
        }
    }

    private void requireFactor() {
        Integer provedAt = caller.claims().mfaAt();
        if (hasFactor(caller.user()) && (provedAt == null || !within(FACTOR_SECONDS, provedAt))) {
            throw ApiException.forbidden(
                    "Prove a second factor again at /me/mfa/step-up, then refresh the tokens", "STEP_UP_REQUIRED");
        }
    }

    private boolean hasFactor(UserModel user) {
        return new Factors(session, user).asked() || OtherFactors.has(session, user);
    }

    private static boolean within(int seconds, int then) {
        int age = Clock.seconds() - then;
        return age <= seconds && age >= -CLOCK_SKEW_SECONDS;
    }
}
