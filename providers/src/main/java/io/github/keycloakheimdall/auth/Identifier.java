/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.contact.OwnedContact;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds whom a signin means: by username, or by an email that was verified. */
final class Identifier {

    private final KeycloakSession session;
    private final App app;

    Identifier(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** The user, or null. An unverified email that is no username finds nobody: whoever typed it first may not own it. */
    UserModel resolve(String identifier) {
        if (identifier.indexOf('@') < 0) {
            return session.users().getUserByUsername(app.realm(), identifier);
        }
        Optional<OwnedContact> verified =
                new Contacts(session, app).verified(ContactType.EMAIL, identifier.toLowerCase(Locale.ROOT));
        if (verified.isPresent()) {
            return verified.get().user();
        }
        UserModel user = session.users().getUserByUsername(app.realm(), identifier);
        // Where emails are usernames nobody else can have it, whoever the mailbox is.
        boolean unique = app.realm().isRegistrationEmailAsUsername();
        return user == null || (identifier.equalsIgnoreCase(user.getEmail()) && !unique) ? null : user;
    }
}
