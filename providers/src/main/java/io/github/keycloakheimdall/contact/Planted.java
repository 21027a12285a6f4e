/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.event.Events;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * What a stranger may have left in an account with someone else's address, to get back in. Only who reads what is sent
 * there has proven anything so far, so that one keeps the account.
 */
public final class Planted {

    private static final Logger LOG = Logger.getLogger(Planted.class);
    private static final String REASON = "email_proven_by_its_owner";

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final MailboxProofs proofs;

    public Planted(App app, UserModel user) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.proofs = new MailboxProofs(session, app.realm());
    }

    /**
     * To be called when the account gets a new password by a code that went to that contact; within the request's
     * transaction. Takes away what else opens the account, and where the contact is its email the factors from before
     * the proof, unless who verified the contact showed to hold the account too. Once is enough: from then on both
     * are one user's.
     */
    public void removeAtReset(Contact contact) {
        Optional<Instant> proven = proofs.of(contact);
        if (proven.isEmpty()) {
            return;
        }
        proofs.forgetAll(user);
        removeContacts(contact);
        removeLinks();
        boolean email = contact.type() == ContactType.EMAIL && contact.isPrimary();
        // Who has a stolen bearer can add a contact, and must not lose its owner the second factor by it.
        new PlantedCredentials(session, user, REASON).remove(email ? proven.get() : Instant.MIN);
    }

    private void removeContacts(Contact proven) {
        ContactRows rows = new ContactRows(session, app.realm());
        for (ContactEntity row : rows.of(user)) {
            if (!row.id.equals(proven.id())) {
                rows.remove(row);
                tellOfDrop(row.id);
            }
        }
        new Contacts(app)
                .primaryEmail(user)
                .filter(email -> !email.id().equals(proven.id()))
                .ifPresent(email -> replaceEmail(email, proven));
    }

    private void replaceEmail(Contact email, Contact proven) {
        PrimaryContacts primary = new PrimaryContacts(app, user);
        try {
            if (proven.type() == ContactType.EMAIL) {
                primary.makeEmail(proven.value(), proven);
            } else {
                primary.removeEmail();
            }
            tellOfDrop(email.id());
        } catch (ReadOnlyException managedElsewhere) {
            LOG.warnf("The store of user %s keeps an email that may be planted", user.getId());
        }
    }

    private void tellOfDrop(String contactId) {
        new Events(session)
                .of(EventType.UPDATE_PROFILE, user)
                .detail("contact", "dropped")
                .detail("contact_id", contactId)
                .detail(Details.REASON, REASON)
                .success();
    }

    private void removeLinks() {
        session.users().getFederatedIdentitiesStream(app.realm(), user).toList().forEach(link -> {
            session.users().removeFederatedIdentity(app.realm(), user, link.getIdentityProvider());
            new Events(session)
                    .of(EventType.REMOVE_FEDERATED_IDENTITY, user)
                    .detail(Details.IDENTITY_PROVIDER, link.getIdentityProvider())
                    .detail(Details.REASON, REASON)
                    .success();
        });
    }
}
