/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.Database;
import io.github.keycloakheimdall.user.EmailVerification;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;

/** Changes which contact of a type is a user's primary one. The contacts given here are verified. */
final class PrimaryContacts {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final ContactRows rows;

    PrimaryContacts(KeycloakSession session, App app, UserModel user) {
        this.session = session;
        this.app = app;
        this.user = user;
        this.rows = new ContactRows(session, app.realm());
    }

    /** The one before stays as a contact that is not primary. */
    void promote(Contact contact) {
        if (contact.type() == ContactType.PHONE) {
            promotePhone(contact);
            return;
        }
        Optional<Contact> before = new Contacts(session, app).primaryEmail(user);
        makeEmail(contact);
        before.ifPresent(old -> {
            rows.find(user, old.id()).ifPresent(rows::remove);
            rows.insert(user, old);
        });
    }

    /** Moves an address from the table into Keycloak's email; the one before is gone. */
    void makeEmail(Contact contact) {
        UserModel holder = session.users().getUserByEmail(app.realm(), contact.value());
        if (holder != null && !holder.getId().equals(user.getId())) {
            throw taken();
        }
        rows.find(user, contact.id()).ifPresent(rows::remove);
        user.setEmail(contact.value());
        EmailVerification.set(user, contact.verifiedAt());
        if (app.realm().isRegistrationEmailAsUsername()) {
            user.setUsername(contact.value());
        }
        try {
            Database.flush(session);
        } catch (ModelDuplicateException atTheSameTime) {
            throw taken();
        }
    }

    private void promotePhone(Contact contact) {
        rows.of(user).stream().filter(row -> row.type == ContactType.PHONE).forEach(row -> row.primaryKey = null);
        Database.flush(session);
        rows.find(user, contact.id()).orElseThrow(ApiException::notFound).primaryKey =
                ContactIds.primaryKey(app.realm(), user, ContactType.PHONE);
    }

    private static ApiException taken() {
        return ApiException.conflict("Another account has this email");
    }
}
