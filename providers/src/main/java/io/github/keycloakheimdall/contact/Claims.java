/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.keycloak.Database;
import io.github.keycloakheimdall.keycloak.Events;
import io.github.keycloakheimdall.keycloak.VerifiedEmails;
import io.github.keycloakheimdall.user.EmailVerification;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** Takes an address that was proven from those who only claim it. Their accounts stay, without the address. */
public final class Claims {

    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ContactRows rows;

    public Claims(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.rows = new ContactRows(session, realm);
    }

    /** Waits for whoever verifies the same address, and has others wait until the transaction ends. */
    void lock(ContactType type, String value) {
        rows.lock(type, value);
        if (type == ContactType.EMAIL) {
            new VerifiedEmails(session, realm).lock(value);
        }
    }

    /**
     * Drops all unverified claims but one, within the request's transaction.
     *
     * @param prover whose claim stays, or null
     */
    public void drop(ContactType type, String value, UserModel prover) {
        String keep = prover == null ? null : prover.getId();
        for (ContactEntity row : rows.withValue(type, value, Integer.MAX_VALUE)) {
            if (row.verifiedAt == null && !row.userId.equals(keep)) {
                UserModel claimant = session.users().getUserById(realm, row.userId);
                Contact claim = row.toContact();
                rows.remove(row);
                if (claimant != null) {
                    tell(claimant, claim);
                }
            }
        }
        if (type == ContactType.EMAIL) {
            new VerifiedEmails(session, realm)
                    .claimants(value).stream().filter(id -> !id.equals(keep)).forEach(id -> clearEmail(id, value));
        }
    }

    private void clearEmail(String userId, String email) {
        UserModel claimant = session.users().getUserById(realm, userId);
        Contact claim = claimant == null
                ? null
                : new Contacts(session, realm).primaryEmail(claimant).orElse(null);
        if (claim == null || !claim.value().equals(email)) {
            return;
        }
        try {
            claimant.setEmail(null);
            EmailVerification.forget(claimant);
            Database.flush(session);
            tell(claimant, claim);
        } catch (ReadOnlyException managedElsewhere) {
            // It stays there as a claim that nobody can verify any more.
            LOG.infof("The store of user %s keeps an email that another account verified", userId);
        }
    }

    /** In the claimant's own log, which must not tell from where the other account's owner came. */
    private void tell(UserModel claimant, Contact claim) {
        new Events(session)
                .of(EventType.UPDATE_PROFILE, claimant)
                .ipAddress(null)
                .detail("contact", "dropped")
                .detail("contact_id", claim.id())
                .detail(Details.REASON, "verified_by_another_account")
                .success();
    }
}
