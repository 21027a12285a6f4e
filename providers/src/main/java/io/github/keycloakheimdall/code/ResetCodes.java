/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.contact.OwnedContact;
import io.github.keycloakheimdall.contact.Planted;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.outbound.Occurrence;
import io.github.keycloakheimdall.role.AppRoles;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Codes that let someone who forgot the password choose another. They go to verified contacts only. */
public final class ResetCodes {

    private final KeycloakSession session;
    private final App app;
    private final Codes codes;
    private final CodeMails mails;

    public ResetCodes(App app) {
        this.session = app.session();
        this.app = app;
        this.codes = new Codes(app, CodePurpose.PASSWORD_RESET);
        this.mails = new CodeMails(app, MailKind.PASSWORD_RESET, EventType.SEND_RESET_PASSWORD);
    }

    /**
     * A code for the account with that verified contact; empty when there is none, or its password cannot be set here,
     * after the same work.
     */
    public Optional<IssuedCode> request(ContactType type, String value) {
        Optional<OwnedContact> found = owner(type, value).filter(owned -> !keptElsewhere(owned.user()));
        if (found.isEmpty()) {
            codes.mintNone();
        }
        return found.map(owned -> {
            // What is mailed has an event of Keycloak's; this has none.
            new Occurrence(
                            session,
                            app.realm(),
                            EventKind.USER_PASSWORD_RESET_REQUESTED,
                            Map.of("account_id", owned.user().getId()))
                    .publish();
            return mint(owned);
        });
    }

    /**
     * Mails a code to a verified address; empty when it is nobody's, after the same work. Whose password cannot be set
     * here gets a mail that says so.
     *
     * @throws ApiException 412 or 503 when no mail can go out
     */
    public Optional<IssuedCode> send(String email) {
        new Outbox(app).requireReady(MailKind.PASSWORD_RESET);
        Optional<OwnedContact> found = owner(ContactType.EMAIL, email);
        if (found.isEmpty()) {
            codes.mintNone();
            new Events(session)
                    .of(EventType.SEND_RESET_PASSWORD)
                    .detail(Details.EMAIL, email)
                    .error(Errors.USER_NOT_FOUND);
        }
        return found.map(this::mail);
    }

    /**
     * Uses a code up. What someone may have planted in the account before its email was proven goes with that.
     *
     * @return the account whose password is to be set
     * @throws ApiException 410 for a code that is wrong, used, replaced or expired, or whose contact or account is
     *     gone, 429 after too many wrong ones
     */
    public UserModel redeem(String code) {
        CodeEntity redeemed = codes.redeem(code, null);
        UserModel user = session.users().getUserById(app.realm(), redeemed.userId);
        if (user == null || !mayReset(user)) {
            throw Codes.gone();
        }
        Contact contact = new Contacts(app)
                .find(user, redeemed.contactId)
                .filter(Contact::verified)
                .orElseThrow(Codes::gone);
        new Planted(app, user).removeAtReset(contact);
        return user;
    }

    /** An account that administers Keycloak is worth more than the app's backend may be trusted with. */
    private boolean mayReset(UserModel user) {
        return user.isEnabled() && !AppRoles.of(app, user).administers();
    }

    private Optional<OwnedContact> owner(ContactType type, String value) {
        new UserLookup(session, app.realm()).dropGone(value);
        return new Contacts(app).verified(type, value).filter(owned -> mayReset(owned.user()));
    }

    private boolean keptElsewhere(UserModel user) {
        return UserStore.keepsPassword(app.realm(), user);
    }

    /** One code an account, whichever contact it is sent to. */
    private IssuedCode mint(OwnedContact owned) {
        return codes.mint(owned.user(), owned.contact(), owned.user().getId());
    }

    /** The code that an address got last goes on where it had enough mails. */
    private IssuedCode mail(OwnedContact owned) {
        String address = owned.contact().value();
        if (!mails.allows(owned.user(), address)) {
            return codes.mintNone();
        }
        if (keptElsewhere(owned.user())) {
            mails.sendOtherwise(MailKind.PASSWORD_ELSEWHERE, owned.user(), address, "password_managed_elsewhere");
            return codes.mintNone();
        }
        IssuedCode issued = mint(owned);
        mails.send(owned.user(), address, issued);
        return issued;
    }
}
