/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Which contacts were verified by someone of whom nothing else is known: the account may be a stranger's who claimed
 * that address first. Within the request's transaction.
 */
final class MailboxProofs {

    private final EntityManager database;
    private final RealmModel realm;

    MailboxProofs(KeycloakSession session, RealmModel realm) {
        this.database = OwnTables.entityManager(session);
        this.realm = realm;
    }

    /** Remembers such a proof of now. */
    void note(UserModel user, Contact contact) {
        MailboxProofEntity row = new MailboxProofEntity();
        row.userId = user.getId();
        row.realmId = realm.getId();
        row.contactId = contact.id();
        row.provenAt = Clock.seconds();
        database.merge(row);
    }

    /** When the contact was proven so, if nothing has shown since that its owner holds the account. */
    Optional<Instant> of(Contact contact) {
        return find(contact).map(row -> Instant.ofEpochSecond(row.provenAt));
    }

    /** Forgets what was noted of the contact: who proved it holds the account too. */
    void forget(Contact contact) {
        find(contact).ifPresent(database::remove);
    }

    /** Forgets what was noted of any contact: the account is that of whoever is left. */
    void forgetAll(UserModel user) {
        database.createQuery(
                        "select row from MailboxProofEntity row where row.realmId = :realm and row.userId = :user",
                        MailboxProofEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("user", user.getId())
                .getResultList()
                .forEach(database::remove);
    }

    private Optional<MailboxProofEntity> find(Contact contact) {
        return Optional.ofNullable(database.find(MailboxProofEntity.class, contact.id()));
    }
}
