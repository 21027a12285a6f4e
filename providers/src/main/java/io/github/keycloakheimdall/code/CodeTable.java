/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The codes of one realm and one purpose. */
final class CodeTable {

    private static final String OURS = " row.realmId = :realm and row.purpose = :purpose and ";

    private final EntityManager database;
    private final String realmId;
    private final CodePurpose purpose;

    CodeTable(KeycloakSession session, RealmModel realm, CodePurpose purpose) {
        this(OwnTables.entityManager(session), realm, purpose);
    }

    CodeTable(EntityManager database, RealmModel realm, CodePurpose purpose) {
        this.database = database;
        this.realmId = realm.getId();
        this.purpose = purpose;
    }

    /** The id of the live code of that hash for one of the contacts, or for any where they are null; or null. */
    @Nullable
    String find(String hash, @Nullable List<Contact> contacts) {
        return database.createQuery(
                        "select row from CodeEntity row where" + OURS + "row.hash = :hash and row.expiresAt > :now",
                        CodeEntity.class)
                .setParameter("realm", realmId)
                .setParameter("purpose", purpose)
                .setParameter("hash", hash)
                .setParameter("now", (long) Clock.seconds())
                .getResultStream()
                .filter(row -> contacts == null || contacts.stream().anyMatch(row::isFor))
                .map(row -> row.id)
                .findFirst()
                .orElse(null);
    }

    /** How many codes live for the contacts, or for any where they are null. */
    long count(@Nullable List<Contact> contacts) {
        return contacts == null
                ? count()
                : contacts.stream().mapToLong(contact -> count(contact.value())).sum();
    }

    private long count(String value) {
        return database.createQuery(
                        "select count(row) from CodeEntity row where" + OURS
                                + "row.contactValue = :value and row.expiresAt > :now",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("purpose", purpose)
                .setParameter("value", value)
                .setParameter("now", (long) Clock.seconds())
                .getSingleResult();
    }

    private long count() {
        return database.createQuery(
                        "select count(row) from CodeEntity row where" + OURS + "row.expiresAt > :now", Long.class)
                .setParameter("realm", realmId)
                .setParameter("purpose", purpose)
                .setParameter("now", (long) Clock.seconds())
                .getSingleResult();
    }

    /** Takes the code out: whoever gets it is the only one. Null when it is gone. */
    @Nullable
    CodeEntity take(String id) {
        CodeEntity row = database.find(CodeEntity.class, id);
        if (row == null) {
            return null;
        }
        database.detach(row);
        int taken = database.createQuery("delete from CodeEntity row where row.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return taken == 1 ? row : null;
    }

    /** Those of the hashes that some code has. */
    Set<String> taken(Collection<String> hashes) {
        return new HashSet<>(database.createQuery(
                        "select row.hash from CodeEntity row where" + OURS + "row.hash in :hashes", String.class)
                .setParameter("realm", realmId)
                .setParameter("purpose", purpose)
                .setParameter("hashes", hashes)
                .getResultList());
    }

    /** Puts a code in the place of the one before it. */
    void put(CodeEntity row) {
        remove("row.expiresAt <= :what", (long) Clock.seconds());
        remove("row.slot = :what", row.slot);
        row.realmId = realmId;
        row.purpose = purpose;
        database.persist(row);
        database.flush();
    }

    private void remove(String where, Object what) {
        database.createQuery("delete from CodeEntity row where" + OURS + where)
                .setParameter("realm", realmId)
                .setParameter("purpose", purpose)
                .setParameter("what", what)
                .executeUpdate();
    }
}
