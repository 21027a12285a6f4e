/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.ContactVerification;
import io.github.keycloakheimdall.contact.ContactVerification.Prover;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.contact.EmailOwners;
import io.github.keycloakheimdall.contact.OwnedContact;
import io.github.keycloakheimdall.contact.SecurityNotices;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import io.github.keycloakheimdall.mail.SecurityChange;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What a verification code brings: a contact that is verified. */
public final class Redemption {

    private final KeycloakSession session;
    private final App app;
    private final Codes codes;

    public Redemption(App app) {
        this.session = app.session();
        this.app = app;
        this.codes = new Codes(app, CodePurpose.VERIFICATION);
    }

    /**
     * Uses a code up. It proves an address: who is signed in proves it for their own account, whoever the code was made
     * for; anyone else for the account that it was made for, as long as no other account claims the address.
     *
     * @param holder who is signed in, or null
     * @throws ApiException 410 for a code that is wrong, used, replaced or expired, or for an address that is not the
     *     holder's, 409 when several claim the address and nobody is signed in, unless the account waits for whoever
     *     proves it, 429 after too many wrong ones
     */
    public OwnedContact redeem(String code, @Nullable UserModel holder) {
        try {
            OwnedContact meant = meant(codes.redeem(code, holder), holder);
            UserModel user = meant.user();
            SecurityNotices notices = SecurityNotices.ofOwner(app, user);
            Contact contact = new ContactVerification(app, user)
                    .verify(meant.contact().id(), holder == null ? Prover.MAILBOX : Prover.HOLDER)
                    .orElseThrow(Codes::gone);
            new Events(session)
                    .of(EventType.VERIFY_EMAIL, user)
                    .detail(Details.EMAIL, contact.value())
                    .detail("contact_type", contact.type().wireName())
                    .success();
            notices.tell(SecurityChange.CONTACT_VERIFIED, contact);
            welcome(user, contact);
            return new OwnedContact(user, contact);
        } catch (ApiException refused) {
            new Events(session).of(EventType.VERIFY_EMAIL).error(Errors.INVALID_CODE);
            throw refused;
        }
    }

    private OwnedContact meant(CodeEntity redeemed, @Nullable UserModel holder) {
        Contacts contacts = new Contacts(app);
        if (holder != null) {
            return contacts.of(holder).stream()
                    .filter(redeemed::isFor)
                    .map(own -> new OwnedContact(holder, own))
                    .findFirst()
                    .orElseThrow(Codes::gone);
        }
        UserModel user = session.users().getUserById(app.realm(), redeemed.userId);
        UserStore.requireThere(user);
        if (user == null || !user.isEnabled()) {
            throw Codes.gone();
        }
        Contact contact = contacts.find(user, redeemed.contactId).orElseThrow(Codes::gone);
        if (mayBeAStrangers(user, contact)) {
            throw ApiException.conflict(
                    "Several accounts claim this address; send the code with the bearer of yours, or with its"
                            + " identifier and password",
                    "BEARER_REQUIRED");
        }
        return new OwnedContact(user, contact);
    }

    /** Where several claim the address, the code may have been made for another than who reads the mail. */
    private boolean mayBeAStrangers(UserModel user, Contact contact) {
        boolean rivals = new VerificationCodes(app)
                        .pending(contact.type(), contact.value())
                        .count()
                > 1;
        return rivals
                && !new EmailOwners(app)
                        .reserved(contact.value())
                        .filter(user::equals)
                        .isPresent();
    }

    private void welcome(UserModel user, Contact contact) {
        Outbox outbox = new Outbox(app);
        if (outbox.open() && contact.type() == ContactType.EMAIL && contact.isPrimary()) {
            outbox.sendAfterCommit(
                    outbox.compose(MailKind.WELCOME, contact.value(), outbox.localeOf(user), null, Map.of()));
        }
    }
}
