/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.keycloak.user.VerifiedEmails;
import io.github.keycloakheimdall.user.EmailVerification;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;

/** Marks contacts of one user as verified. */
public final class ContactVerification {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final Contacts contacts;
    private final ContactRows rows;

    /** Who proves an address. */
    public enum Prover {
        /** Someone who also showed to hold the account. */
        HOLDER,
        /** Someone of whom it is known only that they read what is sent there. */
        MAILBOX
    }

    public ContactVerification(App app, UserModel user) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.contacts = new Contacts(app);
        this.rows = new ContactRows(session, app.realm());
    }

    /**
     * Marks a contact as verified, now. What others claim of the address without having verified it goes.
     *
     * @param prover who proved it
     * @return the contact, or nothing when it is gone, someone else verified the same, or an account that administers
     *     Keycloak claims it
     */
    public Optional<Contact> verify(String id, Prover prover) {
        Optional<Contact> found = contacts.find(user, id);
        if (found.isEmpty() || found.get().verified()) {
            return found;
        }
        Contact contact = found.get();
        boolean primaryEmail = contact.type() == ContactType.EMAIL && contact.isPrimary();
        if (contact.type() == ContactType.EMAIL) {
            new UserLookup(session, app.realm()).takeIn(null, contact.value());
        }
        Claims claims = new Claims(session, app.realm());
        claims.lock(contact.type(), contact.value());
        VerifiedEmails emails = new VerifiedEmails(session, app.realm());
        if (primaryEmail && !emails.isStillOf(user, contact.value())
                || ownedByAnother(contact, emails)
                || claims.keptFrom(user, contact.type(), contact.value())) {
            return Optional.empty();
        }
        if (primaryEmail) {
            EmailVerification.set(session, user, Instant.ofEpochSecond(Clock.seconds()));
        } else if (!verifyRow(id)) {
            return Optional.empty();
        }
        remember(prover, contact);
        claims.drop(contact.type(), contact.value(), user);
        return contacts.find(user, id);
    }

    private boolean verifyRow(String id) {
        Optional<ContactEntity> row = rows.find(user, id);
        if (row.isEmpty()) {
            return false;
        }
        dropOrphan(row.get());
        row.get().verifiedAt = (long) Clock.seconds();
        row.get().verifiedKey = ContactIds.verifiedKey(app.realm(), row.get().type, row.get().value);
        try {
            Database.flush(session);
            return true;
        } catch (ModelDuplicateException someoneElseWasFaster) {
            return false;
        }
    }

    /** Keycloak removes all users of a directory at once without saying whom; what they had verified is nobody's. */
    private void dropOrphan(ContactEntity row) {
        rows.verified(row.type, row.value)
                .filter(other ->
                        !other.id.equals(row.id) && session.users().getUserById(app.realm(), other.userId) == null)
                .ifPresent(rows::remove);
    }

    private void remember(Prover prover, Contact contact) {
        MailboxProofs proofs = new MailboxProofs(session, app.realm());
        if (prover == Prover.MAILBOX) {
            proofs.note(user, contact);
        } else {
            proofs.forget(contact);
        }
    }

    private boolean ownedByAnother(Contact contact, VerifiedEmails emails) {
        return contacts.verified(contact.type(), contact.value()).isPresent()
                || contact.type() == ContactType.EMAIL && emails.heldByAnother(user, contact.value());
    }
}
