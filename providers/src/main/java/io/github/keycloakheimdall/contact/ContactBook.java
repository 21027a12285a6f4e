/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What can be done with one user's contacts. */
public final class ContactBook {

    /** Enough for a user; a bound for a program. */
    private static final int MOST = 20;

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final Contacts contacts;
    private final ContactRows rows;
    private final EmailRule rule;

    /** Those of a user, in the hands of an admin. */
    public static ContactBook ofOthers(App app, UserModel user) {
        return new ContactBook(app, user, false);
    }

    /** Those of a user, in that user's own hands. */
    static ContactBook ofOwner(App app, UserModel user) {
        return new ContactBook(app, user, true);
    }

    private ContactBook(App app, UserModel user, boolean own) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.contacts = new Contacts(app);
        this.rows = new ContactRows(session, app.realm());
        this.rule = new EmailRule(session, user, own);
    }

    /**
     * Adds an unverified contact. Whether someone else verified the same address is not told.
     *
     * @throws ApiException 400 when the value is none of the type, 409 when the user has it already or has too many
     */
    public Contact add(ContactType type, String value) {
        String normal = type.normalizeClaim("value", value);
        String id = ContactIds.of(app.realm(), user, type, normal);
        UserLock.acquire(session, user);
        var known = contacts.of(user);
        if (known.stream().anyMatch(each -> each.id().equals(id))) {
            throw ApiException.conflict("The contact is there already");
        }
        if (known.size() >= MOST) {
            throw ApiException.conflict("There are " + MOST + " contacts already");
        }
        return rows.insert(user, new Contact(id, type, normal, false, null, Instant.ofEpochSecond(Clock.seconds())))
                .toContact();
    }

    /**
     * Removes a contact. Another verified address takes the place of the primary email.
     *
     * @throws ApiException 404 without such a contact, 409 when no verified email would be left, 403 and 400 as
     *     {@link EmailRule}
     */
    public void delete(String id) {
        UserLock.acquire(session, user);
        Contact contact = require(id);
        boolean primaryEmail = contact.type() == ContactType.EMAIL && contact.isPrimary();
        if (primaryEmail) {
            Contact next = contacts.of(user).stream()
                    .filter(each -> each.type() == ContactType.EMAIL && each.verified())
                    .filter(each -> !each.id().equals(id))
                    .min(Comparator.comparing(Contact::createdAt))
                    .orElseThrow(() -> ApiException.conflict("The last email cannot be deleted"));
            rule.require(next.value());
            new PrimaryContacts(app, user).makeEmail(next.value(), next);
        } else {
            if (contact.type() == ContactType.EMAIL && contact.verified() && verifiedEmails() == 1) {
                throw ApiException.conflict("The last verified email cannot be deleted");
            }
            rows.find(user, id).ifPresent(rows::remove);
        }
    }

    /**
     * Makes a contact the primary one of its type.
     *
     * @throws ApiException 404 without such a contact, 409 unless it is verified, 403 and 400 as {@link EmailRule}
     */
    public void promote(String id) {
        UserLock.acquire(session, user);
        Contact contact = require(id);
        if (!contact.verified()) {
            throw ApiException.conflict("Only a verified contact can become primary");
        }
        if (contact.isPrimary()) {
            return;
        }
        if (contact.type() == ContactType.EMAIL) {
            rule.require(contact.value());
        }
        new PrimaryContacts(app, user).promote(contact);
    }

    /**
     * Gives the user another email. A contact of theirs becomes the primary one, and the email before stays a contact;
     * any other address takes its place, unverified.
     *
     * @param any whether it may be an address that is no contact of the user's
     * @throws ApiException 409 when another account has it, 400 for one that is no contact where it must be
     */
    public void changeEmail(String email, boolean any) {
        UserLock.acquire(session, user);
        String id = ContactIds.of(app.realm(), user, ContactType.EMAIL, email);
        PrimaryContacts primary = new PrimaryContacts(app, user);
        rule.require(email);
        Optional<Contact> own = contacts.find(user, id);
        if (own.isEmpty()) {
            new EmailOwners(app).requireFree(email);
            primary.requireNoOther(email);
            if (!any) {
                throw ApiException.invalid("email", FieldFault.UNKNOWN, "is no contact of this user");
            }
            primary.makeEmail(email, null);
        } else if (!own.get().isPrimary()) {
            primary.promote(own.get());
        }
    }

    private Contact require(String id) {
        return contacts.find(user, id).orElseThrow(ApiException::notFound);
    }

    private long verifiedEmails() {
        return contacts.of(user).stream()
                .filter(each -> each.type() == ContactType.EMAIL && each.verified())
                .count();
    }
}
