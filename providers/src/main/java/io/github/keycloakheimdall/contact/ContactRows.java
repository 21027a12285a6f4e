/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The table of contacts of one realm. */
final class ContactRows {

    private final EntityManager database;
    private final RealmModel realm;

    ContactRows(KeycloakSession session, RealmModel realm) {
        this.database = OwnTables.entityManager(session);
        this.realm = realm;
    }

    /** The user's, the oldest first. */
    List<ContactEntity> of(UserModel user) {
        return query("row.userId = :user order by row.createdAt, row.id")
                .setParameter("user", user.getId())
                .getResultList();
    }

    /**
     * Those of anyone with exactly that value, the oldest first; some databases take letters for equal that are not.
     */
    List<ContactEntity> withValue(ContactType type, String value, int most) {
        return query("row.type = :type and row.value = :value order by row.createdAt, row.id")
                .setParameter("type", type)
                .setParameter("value", value)
                .setMaxResults(most)
                .getResultStream()
                .filter(row -> row.value.equals(value))
                .toList();
    }

    /** Waits for whoever changes a row with that value, and has others wait until the transaction ends. */
    void lock(ContactType type, String value) {
        query("row.type = :type and row.value = :value order by row.id")
                .setParameter("type", type)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The one that is verified with that value. */
    Optional<ContactEntity> verified(ContactType type, String value) {
        return query("row.verifiedKey = :key")
                .setParameter("key", ContactIds.verifiedKey(realm, type, value))
                .getResultStream()
                .findFirst();
    }

    Optional<ContactEntity> find(UserModel user, String id) {
        return of(user).stream().filter(row -> row.id.equals(id)).findFirst();
    }

    /**
     * Keeps a contact, not as a primary one.
     *
     * @throws ApiException 409 when it is there already
     */
    ContactEntity insert(UserModel user, Contact contact) {
        ContactEntity row = new ContactEntity();
        row.id = contact.id();
        row.realmId = realm.getId();
        row.userId = user.getId();
        row.type = contact.type();
        row.value = contact.value();
        row.createdAt = contact.createdAt().getEpochSecond();
        Instant verifiedAt = contact.verifiedAt();
        if (verifiedAt != null) {
            row.verifiedAt = verifiedAt.getEpochSecond();
            row.verifiedKey = ContactIds.verifiedKey(realm, contact.type(), contact.value());
        }
        try {
            database.persist(row);
            database.flush();
        } catch (ModelDuplicateException atTheSameTime) {
            throw ApiException.conflict("The contact is there already");
        }
        return row;
    }

    void remove(ContactEntity row) {
        database.remove(row);
        database.flush();
    }

    private TypedQuery<ContactEntity> query(String where) {
        return database.createQuery(
                        "select row from ContactEntity row where row.realmId = :realm and " + where,
                        ContactEntity.class)
                .setParameter("realm", realm.getId());
    }
}
