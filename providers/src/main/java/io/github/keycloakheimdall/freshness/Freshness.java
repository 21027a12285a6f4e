/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.freshness;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Callers;
import io.github.keycloakheimdall.caller.Person;
import io.github.keycloakheimdall.caller.StillIn;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.factor.Factors;
import io.github.keycloakheimdall.keycloak.credential.OtherFactors;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What a person must have proved of late to change how an account is got into, so that a stolen bearer alone cannot.
 * The bearer itself must tell of the second factor: where the session's note counted, whoever holds an old bearer would
 * be let in by the owner's own step-up.
 */
public final class Freshness {

    private static final int FACTOR_SECONDS = 15 * 60;
    private static final int CLOCK_SKEW_SECONDS = 60;

    private final KeycloakSession session;
    private final App app;
    private final Person person;

    private Freshness(App app, Person person) {
        this.session = app.session();
        this.app = app;
        this.person = person;
    }

    /**
     * The end user of this request, about to change how one gets in.
     *
     * @throws ApiException 401 without a bearer that holds and whose session lives, 403
     *     {@code REAUTHENTICATION_REQUIRED} when the sign-in is too long ago for the app, 403 {@code STEP_UP_REQUIRED}
     *     when the account has a second factor that the bearer does not tell of, or not of late
     */
    public static Person require(App app) {
        KeycloakSession session = app.session();
        Freshness freshness = new Freshness(app, requireLive(session));
        freshness.requireSignin();
        freshness.requireFactor();
        return freshness.person;
    }

    /**
     * The same, and other changes of the account wait until the request ends: what was enrolled, reset or called back
     * at the same moment is seen.
     */
    public static Person requireAlone(App app) {
        KeycloakSession session = app.session();
        StillIn.require(app, requireLive(session));
        return require(app);
    }

    /**
     * Asks the same of a person who is about to change somebody else's account; a machine, a backend or an admin
     * passes.
     *
     * @throws ApiException as {@link #require} does
     */
    public static void requireOfPerson(App app) {
        KeycloakSession session = app.session();
        if (Callers.of(session) instanceof Person) {
            require(app);
        }
    }

    /**
     * The end user of this request. A bearer that outlives its logout does not do: it is for reading.
     *
     * @throws ApiException 401 without a bearer that holds and whose session lives
     */
    public static Person requireLive(KeycloakSession session) {
        Person person = Callers.person(session);
        person.requireSession(session);
        return person;
    }

    private void requireSignin() {
        int maxAge = app.config().sensitiveMaxAge();
        int signedIn = person.requireSession(session).getStarted();
        if (maxAge > 0 && !within(maxAge, signedIn)) {
            throw ApiException.forbidden("Sign in again to do this", "REAUTHENTICATION_REQUIRED");
        }
    }

    private void requireFactor() {
        Integer provedAt = person.claims().mfaAt();
        if (hasFactor(person.user()) && (provedAt == null || !within(FACTOR_SECONDS, provedAt))) {
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
