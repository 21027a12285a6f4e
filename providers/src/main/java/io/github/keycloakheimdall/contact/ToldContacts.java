/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.mail.SecurityChange;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A user's contacts, of whose changes the user is told. */
final class ToldContacts {

    private final UserModel user;
    private final Contacts contacts;
    private final ContactBook book;
    private final SecurityNotices notices;

    /** @param notices made before anything changes */
    ToldContacts(KeycloakSession session, App app, UserModel user, SecurityNotices notices) {
        this.user = user;
        this.contacts = new Contacts(session, app);
        this.book = new ContactBook(session, app, user);
        this.notices = notices;
    }

    /** @throws ApiException as {@link ContactBook#add} does */
    Contact add(ContactType type, String value) {
        Contact added = book.add(type, value);
        notices.tell(SecurityChange.CONTACT_ADDED, added);
        return added;
    }

    /** @throws ApiException as {@link ContactBook#delete} does */
    void delete(String id) {
        Contact contact = contacts.find(user, id).orElseThrow(ApiException::notFound);
        book.delete(id);
        notices.tell(SecurityChange.CONTACT_REMOVED, contact);
    }

    /** @throws ApiException as {@link ContactBook#promote} does */
    void promote(String id) {
        Contact contact = contacts.find(user, id).orElseThrow(ApiException::notFound);
        book.promote(id);
        if (!contact.isPrimary()) {
            notices.tell(SecurityChange.CONTACT_PROMOTED, contact);
        }
    }
}
