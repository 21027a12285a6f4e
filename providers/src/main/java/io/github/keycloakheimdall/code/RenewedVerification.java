/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.Claims;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.user.Users;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Fresh verification codes that an admin asks for. They are mailed as well where the app sends mail. */
final class RenewedVerification {

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;
    private final UserModel user;
    private final Contacts contacts;

    /** @throws ApiException 404 if the app has no such user, 403 when the caller may not act on them */
    RenewedVerification(App app, Caller caller, String userId) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
        this.user = new Users(app, caller).requireActable(userId);
        this.contacts = new Contacts(app);
    }

    VerificationCode ofPrimaryEmail() {
        return of(contacts.primaryEmail(user));
    }

    VerificationCode ofContact(String contactId) {
        return of(contacts.find(user, contactId));
    }

    private VerificationCode of(Optional<Contact> found) {
        Contact contact = found.orElseThrow(ApiException::notFound);
        if (contact.verified()) {
            throw ApiException.conflict("The contact is verified already");
        }
        if (!new Claims(session, app.realm()).within(caller, contact.type(), contact.value())) {
            throw ApiException.forbidden("You may not act on another account that claims this address");
        }
        IssuedCode issued = new VerificationCodes(app).resend(user, contact);
        new AdminEvents(session, caller.recordedAs())
                .contact(EventNote.of("contact.verification_sent"), OperationType.ACTION, user.getId(), contact.id());
        return new VerificationCode(issued.code(), issued.expiresAt());
    }
}
