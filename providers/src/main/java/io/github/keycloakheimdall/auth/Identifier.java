/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.contact.OwnedContact;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds whom a signin means: by username, or by an email that was verified. */
final class Identifier {

    private final KeycloakSession session;
    private final App app;

    Identifier(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * The user, or null. An unverified email that is no username finds nobody: whoever typed it first may not own it.
     */
    @Nullable
    UserModel resolve(String identifier) {
        UserLookup users = new UserLookup(session, app.realm());
        users.dropGone(identifier);
        if (identifier.indexOf('@') < 0) {
            return users.byUsername(identifier);
        }
        Optional<OwnedContact> verified = emailsIdentify()
                ? new Contacts(app).verified(ContactType.EMAIL, identifier.toLowerCase(Locale.ROOT))
                : Optional.empty();
        if (verified.isPresent()) {
            return verified.get().user();
        }
        UserModel user = users.byUsername(identifier);
        // Where emails are usernames nobody else can have it, whoever the mailbox is.
        boolean unique = app.realm().isRegistrationEmailAsUsername();
        return user == null || (identifier.equalsIgnoreCase(user.getEmail()) && !unique) ? null : user;
    }

    /**
     * Whether the realm lets users log in by email. Keycloak switches that off where several accounts may have one
     * email, since it could mean any of them; here it means the one that verified it.
     */
    private boolean emailsIdentify() {
        return app.realm().isLoginWithEmailAllowed() || app.realm().isDuplicateEmailsAllowed();
    }
}
