/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** Whom an email means where others name it: only who verified it. Emails are given as {@link ContactType} has them. */
public final class EmailOwners {

    private final KeycloakSession session;
    private final App app;
    private final Contacts contacts;

    public EmailOwners(App app) {
        this.session = app.session();
        this.app = app;
        this.contacts = new Contacts(app);
    }

    /** The account that verified it, as its email or as a further contact. */
    public Optional<UserModel> find(String email) {
        return contacts.verified(ContactType.EMAIL, email).map(OwnedContact::user);
    }

    /**
     * Whether who verified it showed to hold that account as well. Of whom only the mailbox is known, the account may
     * be a stranger's who waits for them.
     */
    public boolean isKnownToHold(String email) {
        return contacts.verified(ContactType.EMAIL, email)
                .map(OwnedContact::contact)
                .filter(contact ->
                        new MailboxProofs(session, app.realm()).of(contact).isEmpty())
                .isPresent();
    }

    /**
     * Makes sure that the email means one account at most. Where the realm lets several have one email, each can have
     * verified it, and it means none of them.
     *
     * @throws ApiException 409 {@code EMAIL_NOT_UNIQUE} when several accounts verified it, 503 when a directory that
     *     may know of one is away
     */
    public void requireUnambiguous(String email) {
        dropGone(email);
        new UserLookup(session, app.realm()).takeIn(null, email);
        long holders = contacts.primaries(ContactType.EMAIL, email).stream()
                .filter(owned -> owned.contact().verified())
                .count();
        if (holders > 1) {
            throw ApiException.conflict(
                    "Several accounts verified this email; name the account by its id", "EMAIL_NOT_UNIQUE");
        }
    }

    /** Whether an account has it as its email, verified or not. */
    public boolean claimed(String email) {
        return !contacts.primaries(ContactType.EMAIL, email).isEmpty();
    }

    /**
     * Makes sure that a new account, or one that gets that email, could ever verify it.
     *
     * @throws ApiException 409 when another account verified it, unless the realm lets several have one email
     */
    public void requireFree(String email) {
        dropGone(email);
        if (!app.realm().isDuplicateEmailsAllowed()
                && contacts.verified(ContactType.EMAIL, email.toLowerCase(Locale.ROOT))
                        .isPresent()) {
            throw ApiException.conflict("Username or email is already in use");
        }
    }

    /**
     * An account that has that email and waits for whoever proves it: it was made for someone, and nobody can have been
     * in it, for it has no credential, link, session or further contact.
     */
    public Optional<UserModel> reserved(String email) {
        return contacts.primaries(ContactType.EMAIL, email).stream()
                .map(OwnedContact::user)
                .filter(this::untouched)
                .findFirst();
    }

    private void dropGone(String email) {
        new UserLookup(session, app.realm()).dropGone(email);
    }

    private boolean untouched(UserModel user) {
        return user.getFederationLink() == null
                && StorageId.isLocalStorage(user.getId())
                && user.credentialManager()
                        .getStoredCredentialsStream()
                        .findAny()
                        .isEmpty()
                && session.users()
                        .getFederatedIdentitiesStream(app.realm(), user)
                        .findAny()
                        .isEmpty()
                && new ContactRows(session, app.realm()).of(user).isEmpty()
                && session.sessions()
                        .getUserSessionsStream(app.realm(), user)
                        .findAny()
                        .isEmpty();
    }
}
