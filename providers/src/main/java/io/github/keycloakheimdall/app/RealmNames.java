/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The names that an app had before Keycloak's console renamed its realm. Tokens say the name of their time and are good
 * until they end; who verifies them finds the app's keys under that name for a while, unless another realm takes it.
 */
public final class RealmNames {

    /** How long the JWKS answers under a name that was given up. */
    static final long ALIAS = Duration.ofDays(30).toMillis();

    /** Requests that were under way may have made a token with the old name. */
    private static final long LAG = Duration.ofMinutes(1).toMillis();

    private RealmNames() {}

    /**
     * A name that the realm gave up.
     *
     * @param renamedAt milliseconds since the epoch
     */
    public record Former(String name, long renamedAt) {

        /** Until when the JWKS answers under it, in milliseconds since the epoch. */
        public long until() {
            return renamedAt + ALIAS;
        }
    }

    /**
     * Whether the app made a token that says this: under the name that it has, or under one that it had then. Asks the
     * database nothing when warm.
     *
     * @param issuedAt seconds since the epoch
     */
    public static boolean made(App app, String issuer, String audience, long issuedAt) {
        KeycloakSession session = app.session();
        if (app.slug().equals(audience)) {
            return app.issuedUnder(audience, issuer);
        }
        return of(session, app.realm()).stream()
                .anyMatch(former -> former.name().equals(audience)
                        && app.issuedUnder(former.name(), issuer)
                        && Duration.ofSeconds(issuedAt).toMillis() <= former.renamedAt() + LAG);
    }

    /** Whether another realm gave that name up so lately that the JWKS still answers under it. */
    public static boolean isHeld(KeycloakSession session, String name) {
        return RealmNameRows.holder(session, name).isPresent();
    }

    /** Names given up so lately that the JWKS still answers under them, the last first. */
    public static List<Former> lately(KeycloakSession session, RealmModel realm) {
        return of(session, realm).stream()
                .filter(former -> former.until() > Clock.millis())
                .sorted(Comparator.comparingLong(Former::renamedAt).reversed())
                .toList();
    }

    /** Whether the table has the name that the realm has now. */
    static boolean followed(KeycloakSession session, RealmModel realm) {
        return realm.getName().equals(known(session, realm).current());
    }

    private static List<Former> of(KeycloakSession session, RealmModel realm) {
        RealmNameRows.Known known = known(session, realm);
        // The realm was renamed a moment ago, and nobody took it in yet.
        Stream<Former> last = Stream.ofNullable(known.current())
                .filter(current -> !current.equals(realm.getName()))
                .map(current -> new Former(current, Clock.millis()));
        return Stream.concat(last, known.former().stream()).toList();
    }

    /** What is remembered holds while it knows the realm's name; a change of the realm forgets it on every node. */
    private static RealmNameRows.Known known(KeycloakSession session, RealmModel realm) {
        AtomicReference<RealmNameRows.Known> memory =
                RealmMemory.remember(realm, RealmNames.class, AtomicReference::new);
        RealmNameRows.Known known = memory.get();
        if (known == null || !realm.getName().equals(known.current())) {
            known = RealmNameRows.read(session, realm);
            memory.set(known);
        }
        return known;
    }
}
