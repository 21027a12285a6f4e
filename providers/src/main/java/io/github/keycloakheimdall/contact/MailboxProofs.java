/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whose email was verified by someone of whom nothing else is known: the account may be a stranger's who signed up with
 * that email first. Within the request's transaction.
 */
final class MailboxProofs {

    private final EntityManager database;
    private final RealmModel realm;

    MailboxProofs(KeycloakSession session, RealmModel realm) {
        this.database = OwnTables.entityManager(session);
        this.realm = realm;
    }

    /** Remembers such a proof of now. */
    void note(UserModel user, Contact email) {
        MailboxProofEntity row = new MailboxProofEntity();
        row.userId = user.getId();
        row.realmId = realm.getId();
        row.contactId = email.id();
        row.provenAt = Clock.seconds();
        database.merge(row);
    }

    /** When the email was proven so, if nothing has shown since that the same person holds the account. */
    Optional<Instant> of(UserModel user, Contact email) {
        return Optional.ofNullable(database.find(MailboxProofEntity.class, user.getId()))
                .filter(row -> row.contactId.equals(email.id()))
                .map(row -> Instant.ofEpochSecond(row.provenAt));
    }

    /** Forgets it: the account is that of whoever reads the mail. */
    void forget(UserModel user) {
        Optional.ofNullable(database.find(MailboxProofEntity.class, user.getId()))
                .ifPresent(database::remove);
    }
}
