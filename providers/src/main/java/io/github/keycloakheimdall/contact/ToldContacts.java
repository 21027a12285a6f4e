/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.mail.SecurityChange;
import org.keycloak.models.UserModel;

/** A user's contacts, of whose changes the user is told. */
final class ToldContacts {

    private final UserModel user;
    private final Contacts contacts;
    private final ContactBook book;
    private final SecurityNotices notices;

    private ToldContacts(UserModel user, Contacts contacts, ContactBook book, SecurityNotices notices) {
        this.user = user;
        this.contacts = contacts;
        this.book = book;
        this.notices = notices;
    }

    /** Those of who is signed in. To be made before anything changes. */
    static ToldContacts ofOwner(App app, UserModel user) {
        return new ToldContacts(
                user, new Contacts(app), ContactBook.ofOwner(app, user), SecurityNotices.ofOwner(app, user));
    }

    /** Those of a user whom someone else administers. To be made before anything changes. */
    static ToldContacts ofOthers(App app, UserModel user) {
        return new ToldContacts(
                user, new Contacts(app), ContactBook.ofOthers(app, user), SecurityNotices.ofOthers(app, user));
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
