/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** For how many days attempts to reach an app's webhook are kept. */
public final class AttemptRetention {

    /** How many days attempts to reach a webhook are kept where the app says nothing. */
    public static final int DEFAULT_DAYS = 30;

    private AttemptRetention() {}

    /** How many days attempts to reach an app's webhook are kept. */
    public static int days(@Nullable Integer chosen) {
        return chosen == null ? DEFAULT_DAYS : chosen;
    }

    /** The apps that keep them for another time than {@value #DEFAULT_DAYS} days, and for how many. */
    public static Map<String, Integer> ofTheirOwn(KeycloakSession session) {
        return OwnTables.entityManager(session)
                .createQuery(
                        "select app.realmId, app.attemptDays from AppEntity app where app.attemptDays is not null",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1]));
    }

    /** Has those of an app that has a row kept for so many days from now on. */
    public static void change(KeycloakSession session, RealmModel realm, int days) {
        AppRows.row(session, realm.getId()).attemptDays = days == DEFAULT_DAYS ? null : days;
        RetentionChanged changed = new RetentionChanged(realm.getId());
        AfterCommit.run(session, () -> session.getKeycloakSessionFactory().publish(changed));
    }
}
