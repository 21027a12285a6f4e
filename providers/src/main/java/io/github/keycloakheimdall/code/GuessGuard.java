/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;

/**
 * Counts wrong codes in the database, for all nodes, and stops guessing. One attempt an app is looked at at a time: a
 * burst of guesses that are looked at together would all find the allowance unspent.
 */
final class GuessGuard {

    private static final String WHOLE_APP = "*";

    private final KeycloakSession session;
    private final RealmModel realm;

    GuessGuard(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Looks a code up, and counts it when there is none; commits before it returns.
     *
     * @param lookup finds the code's id, or null
     * @param outstanding how many codes would have been right; asked only for a wrong one
     * @return what was found, or null
     * @throws ApiException 429 when too many wrong codes came, whatever this one is
     */
    String attempt(Function<EntityManager, String> lookup, Function<EntityManager, Long> outstanding) {
        ensureRow();
        AtomicLong wait = new AtomicLong();
        String[] found = new String[1];
        OwnTransaction.run(session, own -> {
            EntityManager database = OwnTables.entityManager(own);
            long now = Time.currentTimeMillis();
            GuessesEntity app = database.find(
                    GuessesEntity.class,
                    new GuessesEntity.Key(realm.getId(), WHOLE_APP),
                    LockModeType.PESSIMISTIC_WRITE);
            GuessesEntity address = addressRow(database, now);
            double appCost = Allowance.appCost(0);
            wait.set(Math.max(
                    Allowance.OF_APP.secondsUntilFits(app, appCost, now),
                    Allowance.OF_ADDRESS.secondsUntilFits(address, Allowance.ADDRESS_COST, now)));
            if (wait.get() > 0) {
                return;
            }
            found[0] = lookup.apply(database);
            if (found[0] == null) {
                Allowance.OF_APP.add(app, Allowance.appCost(outstanding.apply(database)), now);
                Allowance.OF_ADDRESS.add(address, Allowance.ADDRESS_COST, now);
                database.merge(address);
                forgetOld(database, now);
            }
        });
        if (wait.get() > 0) {
            throw ApiException.tooManyRequests(wait.get());
        }
        return found[0];
    }

    private void ensureRow() {
        GuessesEntity.Key key = new GuessesEntity.Key(realm.getId(), WHOLE_APP);
        if (OwnTables.entityManager(session).find(GuessesEntity.class, key) != null) {
            return;
        }
        try {
            OwnTransaction.run(session, own -> OwnTables.entityManager(own).persist(empty(WHOLE_APP, 0)));
        } catch (ModelDuplicateException anotherRequestWasFaster) {
            // The row is there, which is all that matters.
            return;
        }
    }

    private GuessesEntity addressRow(EntityManager database, long now) {
        String scope = AddressScope.of(session.getContext().getConnection().getRemoteAddr());
        GuessesEntity row = database.find(GuessesEntity.class, new GuessesEntity.Key(realm.getId(), scope));
        return row == null ? empty(scope, now) : row;
    }

    private GuessesEntity empty(String scope, long now) {
        GuessesEntity row = new GuessesEntity();
        row.realmId = realm.getId();
        row.scope = scope;
        row.updatedAt = now;
        return row;
    }

    /** Addresses whose allowance is full again; what the app may spend in a day bounds how many there can be. */
    private void forgetOld(EntityManager database, long now) {
        database.createQuery("delete from GuessesEntity row where row.realmId = :realm and row.updatedAt < :old"
                        + " and row.scope <> :app")
                .setParameter("realm", realm.getId())
                .setParameter("old", now - Allowance.OF_ADDRESS.periodMillis())
                .setParameter("app", WHOLE_APP)
                .executeUpdate();
    }
}
