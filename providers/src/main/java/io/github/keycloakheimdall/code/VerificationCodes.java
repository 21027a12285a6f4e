/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.contact.Claims;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.contact.OwnedContact;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;

/** Codes that prove who reads what is sent to a contact. */
public final class VerificationCodes {

    private static final Logger LOG = Logger.getLogger(VerificationCodes.class);

    private final KeycloakSession session;
    private final App app;
    private final Codes codes;
    private final CodeMails mails;

    public VerificationCodes(App app) {
        this.session = app.session();
        this.app = app;
        this.codes = new Codes(app, CodePurpose.VERIFICATION);
        this.mails = new CodeMails(app, MailKind.VERIFICATION, EventType.SEND_VERIFY_EMAIL);
    }

    /**
     * A code for the contact of that value that waits for one, to be handed over; empty when there is none or when the
     * caller may not act on everyone who claims it, after the same work.
     */
    public Optional<IssuedCode> request(ContactType type, String value, Caller caller) {
        new UserLookup(session, app.realm()).dropGone(value);
        // Asked whether or not there is anyone, so that the time tells nothing.
        boolean within = new Claims(session, app.realm()).within(caller, type, value);
        Optional<OwnedContact> found = waiting(type, value).filter(owned -> within);
        if (found.isEmpty()) {
            codes.mintNone();
        }
        return found.map(owned -> mint(owned.user(), owned.contact()));
    }

    /**
     * Mails a code to an address that waits for one; empty when there is none, after the same work.
     *
     * @throws ApiException 412 or 503 when no mail can go out
     */
    public Optional<IssuedCode> send(String email) {
        new Outbox(app).requireReady(MailKind.VERIFICATION);
        new UserLookup(session, app.realm()).dropGone(email);
        Optional<OwnedContact> found = waiting(ContactType.EMAIL, email);
        if (found.isEmpty()) {
            codes.mintNone();
            new Events(session)
                    .of(EventType.SEND_VERIFY_EMAIL)
                    .detail(Details.EMAIL, email)
                    .error(Errors.USER_NOT_FOUND);
        }
        return found.map(owned -> mail(owned.user(), owned.contact()));
    }

    /** Mails a code to a new account's address if the app wants that; never fails for the mail's sake. */
    public void sendAtSignup(UserModel user) {
        Outbox outbox = new Outbox(app);
        Optional<Contact> email = new Contacts(app).primaryEmail(user);
        if (!outbox.open() || email.isEmpty() || email.get().verified()) {
            return;
        }
        try {
            mail(user, email.get());
        } catch (ApiException | ModelException noCode) {
            LOG.warnf(noCode, "No verification code could be made at a signup in realm %s", app.slug());
        }
    }

    /** A fresh code for one contact; mailed as well if it is an email and the app sends mail. */
    IssuedCode resend(UserModel user, Contact contact) {
        Outbox outbox = new Outbox(app);
        IssuedCode issued = mint(user, contact);
        if (outbox.open() && contact.type() == ContactType.EMAIL && mails.allows(user, contact.value())) {
            mails.send(user, contact.value(), issued);
        }
        return issued;
    }

    private IssuedCode mint(UserModel user, Contact contact) {
        return codes.mint(user, contact, contact.id());
    }

    /** Whose code a backend may have; it has none for an account that administers Keycloak. */
    private Optional<OwnedContact> waiting(ContactType type, String value) {
        return pending(type, value)
                .filter(owned -> !AppRoles.of(app, owned.user()).administers())
                .findFirst();
    }

    /** Who claims the contact and may verify it. */
    Stream<OwnedContact> pending(ContactType type, String value) {
        return new Contacts(app)
                .claims(type, value).stream().filter(owned -> owned.user().isEnabled());
    }

    /** The code that an address got last goes on where it had enough mails. */
    private IssuedCode mail(UserModel user, Contact contact) {
        if (!mails.allows(user, contact.value())) {
            return codes.mintNone();
        }
        IssuedCode issued = mint(user, contact);
        mails.send(user, contact.value(), issued);
        return issued;
    }
}
