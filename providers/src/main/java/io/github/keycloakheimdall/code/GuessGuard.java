/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Counts wrong codes in the database, for all nodes, and stops guessing. One attempt an app and purpose is looked at at
 * a time: a burst of guesses that are looked at together would all find the allowance unspent. Each purpose has
 * allowances of its own, so guessing at one stops none of the other; and what the app's own backend sends on, known by
 * its API key, is counted apart from what strangers send, and so is what users send who are signed in.
 */
final class GuessGuard {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CodePurpose purpose;
    private final Guesser guesser;

    /** @param holder who is signed in, or null */
    GuessGuard(KeycloakSession session, RealmModel realm, CodePurpose purpose, @Nullable UserModel holder) {
        this.session = session;
        this.realm = realm;
        this.purpose = purpose;
        this.guesser = Guesser.of(session, holder);
    }

    /**
     * Looks a code up, and counts it when there is none; commits before it returns.
     *
     * @param lookup finds the code's id, or null
     * @param outstanding how many codes would have been right; asked only for a wrong one
     * @return what was found, or null
     * @throws ApiException 429 when too many wrong codes came, whatever this one is
     */
    @Nullable
    String attempt(Function<EntityManager, @Nullable String> lookup, Function<EntityManager, Long> outstanding) {
        GuessesEntity.Key all = key(guesser.pool());
        ensureRow(all);
        Guesser.Own own = guesser.own();
        AtomicLong wait = new AtomicLong();
        String[] found = new String[1];
        OwnTransaction.run(session, apart -> {
            EntityManager database = OwnTables.entityManager(apart);
            long now = Time.currentTimeMillis();
            GuessesEntity pool = database.find(GuessesEntity.class, all, LockModeType.PESSIMISTIC_WRITE);
            GuessesEntity one = own == null ? null : row(database, key(own.scope()), now);
            wait.set(Math.max(
                    Allowance.OF_APP.secondsUntilFits(pool, Allowance.appCost(0, guesser.fewest()), now),
                    one == null || own == null ? 0 : own.allowance().secondsUntilFits(one, own.cost(), now)));
            if (wait.get() > 0) {
                return;
            }
            found[0] = lookup.apply(database);
            if (found[0] == null) {
                Allowance.OF_APP.add(pool, Allowance.appCost(outstanding.apply(database), guesser.fewest()), now);
                if (one != null && own != null) {
                    own.allowance().add(one, own.cost(), now);
                    database.merge(one);
                }
                forgetOld(database, now);
            }
        });
        if (wait.get() > 0) {
            throw TryLater.tooManyAttempts("Too many attempts", wait.get());
        }
        return found[0];
    }

    private void ensureRow(GuessesEntity.Key key) {
        if (OwnTables.entityManager(session).find(GuessesEntity.class, key) != null) {
            return;
        }
        try {
            OwnTransaction.run(session, own -> OwnTables.entityManager(own).persist(empty(key, 0)));
        } catch (ModelDuplicateException anotherRequestWasFaster) {
            // The row is there, which is all that matters.
            return;
        }
    }

    private GuessesEntity row(EntityManager database, GuessesEntity.Key key, long now) {
        GuessesEntity row = database.find(GuessesEntity.class, key);
        return row == null ? empty(key, now) : row;
    }

    private GuessesEntity.Key key(String who) {
        return new GuessesEntity.Key(realm.getId(), purpose.name().toLowerCase(Locale.ROOT) + ' ' + who);
    }

    private static GuessesEntity empty(GuessesEntity.Key key, long now) {
        GuessesEntity row = new GuessesEntity();
        row.realmId = key.realmId();
        row.scope = key.scope();
        row.updatedAt = now;
        return row;
    }

    /** Those whose allowance is full again; what their pool may spend in a day bounds how many there can be. */
    private void forgetOld(EntityManager database, long now) {
        database.createQuery("delete from GuessesEntity row where row.realmId = :realm and row.updatedAt < :old"
                        + " and row.scope not in :kept and (row.scope not like :accounts or row.updatedAt < :older)")
                .setParameter("realm", realm.getId())
                .setParameter("old", now - Allowance.OF_ADDRESS.periodMillis())
                .setParameter("kept", pools())
                .setParameter("accounts", "% " + Guesser.ACCOUNT + "%")
                .setParameter("older", now - Allowance.OF_ACCOUNT.periodMillis())
                .executeUpdate();
    }

    /** The rows that are locked, of every purpose: none of them is ever deleted. */
    private static List<String> pools() {
        return Arrays.stream(CodePurpose.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .flatMap(each -> Guesser.POOLS.stream().map(pool -> each + ' ' + pool))
                .toList();
    }
}
