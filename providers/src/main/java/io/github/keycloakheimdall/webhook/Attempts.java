/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.Outcome;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Reads what was sent of an app, the newest first. */
final class Attempts {

    private final KeycloakSession session;
    private final String realmId;

    Attempts(App app) {
        this.session = app.session();
        this.realmId = app.id();
    }

    /**
     * One more than the limit where there are more.
     *
     * @param outcome only those that the receiver took, or that it did not
     */
    List<AttemptEntry> list(PageRequest page, Outcome outcome) {
        TimeCursor from = TimeCursor.of(page.after());
        TypedQuery<AttemptEntity> query = OwnTables.entityManager(session)
                .createQuery(
                        "select row from AttemptEntity row where row.realmId = :realm"
                                + (outcome == Outcome.ANY ? "" : " and row.succeeded = :succeeded")
                                + (page.after() == null ? "" : " and row.id < :id")
                                + " order by row.id desc",
                        AttemptEntity.class)
                .setParameter("realm", realmId)
                .setMaxResults(page.limit() + 1);
        if (outcome != Outcome.ANY) {
            query.setParameter("succeeded", outcome.includes(false));
        }
        if (page.after() != null) {
            query.setParameter("id", from.id());
        }
        return query.getResultStream().map(AttemptEntry::of).toList();
    }
}
