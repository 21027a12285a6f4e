/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminEvents;
import io.github.keycloakheimdall.platform.PlatformCaller;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Fresh verification codes that an admin asks for. They are mailed as well where the app sends mail. */
final class RenewedVerification {

    private final KeycloakSession session;
    private final PlatformCaller caller;
    private final UserModel user;
    private final Contacts contacts;

    /** @throws ApiException 404 if the app has no such person */
    RenewedVerification(KeycloakSession session, PlatformCaller caller, String userId) {
        this.session = session;
        this.caller = caller;
        this.user = session.users().getUserById(caller.app().realm(), userId);
        if (user == null || user.getServiceAccountClientLink() != null) {
            throw ApiException.notFound();
        }
        this.contacts = new Contacts(session, caller.app());
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
        IssuedCode issued = new VerificationCodes(session, caller.app()).resend(user, contact);
        new AdminEvents(session, caller.admin()).contact(OperationType.ACTION, user.getId(), contact.id());
        return new VerificationCode(issued.code(), issued.expiresAt());
    }
}
