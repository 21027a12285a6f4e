/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.realm.KeycloakRoles;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.keycloak.user.VerifiedEmails;
import io.github.keycloakheimdall.user.EmailVerification;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * Takes an address that was proven from those who only claim it. Their accounts stay, without the address. Accounts
 * that administer Keycloak keep what they claim: nobody else can get such an address.
 */
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

    /** Whether the caller may act on everyone who claims the address: whoever verifies it takes it from them. */
    public boolean within(Caller caller, ContactType type, String value) {
        return new Contacts(session, realm)
                .allClaims(type, value).stream().map(OwnedContact::user).allMatch(caller::mayActOn);
    }

    /** Whether an account that administers Keycloak claims the address, other than that user. */
    boolean keptFrom(UserModel user, ContactType type, String value) {
        Stream<String> emails = type == ContactType.EMAIL
                ? new VerifiedEmails(session, realm).claimants(value).stream()
                : Stream.empty();
        return Stream.concat(
                        emails,
                        rows.withValue(type, value, Integer.MAX_VALUE).stream().map(row -> row.userId))
                .filter(id -> !id.equals(user.getId()))
                .map(id -> session.users().getUserById(realm, id))
                .anyMatch(claimant -> claimant != null && KeycloakRoles.administers(claimant));
    }

    /**
     * Drops all unverified claims but one, within the request's transaction. Where emails are usernames, the username
     * that is the address becomes free as well.
     *
     * @param prover whose claim stays, or null
     */
    public void drop(ContactType type, String value, @Nullable UserModel prover) {
        String keep = prover == null ? null : prover.getId();
        for (ContactEntity row : rows.withValue(type, value, Integer.MAX_VALUE)) {
            UserModel claimant = session.users().getUserById(realm, row.userId);
            if (row.verifiedAt == null && !row.userId.equals(keep) && yields(claimant)) {
                Contact claim = row.toContact();
                rows.remove(row);
                if (claimant != null) {
                    tell(claimant, claim);
                }
            }
        }
        if (type == ContactType.EMAIL) {
            new VerifiedEmails(session, realm)
                    .claimants(value).stream()
                            .filter(id -> !id.equals(keep))
                            .map(id -> session.users().getUserById(realm, id))
                            .filter(Claims::yields)
                            .forEach(claimant -> clearEmail(claimant, value));
            freeUsername(value, keep);
        }
    }

    /** Null, of an account that is gone, does. */
    private static boolean yields(@Nullable UserModel claimant) {
        return claimant == null || !KeycloakRoles.administers(claimant);
    }

    private void freeUsername(String email, @Nullable String keep) {
        UserModel named =
                realm.isRegistrationEmailAsUsername() ? new UserLookup(session, realm).byUsername(email) : null;
        if (named == null
                || named.getId().equals(keep)
                || named.getServiceAccountClientLink() != null
                || !yields(named)) {
            return;
        }
        try {
            named.setUsername(named.getId());
            Database.flush(session);
        } catch (ReadOnlyException managedElsewhere) {
            LOG.infof("The store of user %s keeps a username that another account verified", named.getId());
        }
    }

    private void clearEmail(@Nullable UserModel claimant, String email) {
        if (claimant == null) {
            return;
        }
        Contact claim = new Contacts(session, realm).primaryEmail(claimant).orElse(null);
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
            LOG.infof("The store of user %s keeps an email that another account verified", claimant.getId());
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
