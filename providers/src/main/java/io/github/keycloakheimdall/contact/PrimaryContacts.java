/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.user.EmailHolders;
import io.github.keycloakheimdall.user.EmailVerification;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;

/** Changes which contact of a type is a user's primary one. */
final class PrimaryContacts {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final ContactRows rows;

    PrimaryContacts(App app, UserModel user) {
        this.session = app.session();
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
        Optional<Contact> before = new Contacts(app).primaryEmail(user);
        makeEmail(contact.value(), contact);
        before.ifPresent(old -> {
            rows.find(user, old.id()).ifPresent(rows::remove);
            rows.insert(user, old);
        });
    }

    /**
     * Makes an address Keycloak's email of the user; the one before is gone.
     *
     * @param contact the user's contact of that address, which leaves the table; null when it is none
     */
    void makeEmail(String email, @Nullable Contact contact) {
        Instant verifiedAt = contact == null ? null : contact.verifiedAt();
        if (verifiedAt != null) {
            new Claims(session, app.realm()).drop(ContactType.EMAIL, email, user);
        }
        requireNoOther(email);
        if (contact != null) {
            rows.find(user, contact.id()).ifPresent(rows::remove);
        }
        try {
            user.setEmail(email);
            if (verifiedAt != null) {
                EmailVerification.set(session, user, verifiedAt);
            } else {
                user.setEmailVerified(false);
                EmailVerification.forget(user);
            }
            if (app.realm().isRegistrationEmailAsUsername()) {
                user.setUsername(email);
            }
            Database.flush(session);
        } catch (ModelDuplicateException atTheSameTime) {
            throw taken();
        }
    }

    /** Takes Keycloak's email of the user away; nothing takes its place. */
    void removeEmail() {
        user.setEmail(null);
        user.setEmailVerified(false);
        EmailVerification.forget(user);
        Database.flush(session);
    }

    /** @throws ApiException 409 when it is another account's email, unless the realm lets several have one */
    void requireNoOther(String email) {
        boolean another = new EmailHolders(session, app.realm()).of(email).anyMatch(holder -> !holder.getId()
                .equals(user.getId()));
        if (another && !app.realm().isDuplicateEmailsAllowed()) {
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
