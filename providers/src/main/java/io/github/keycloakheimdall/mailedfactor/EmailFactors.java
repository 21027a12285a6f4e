/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mailedfactor;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.contact.Contact;
import io.github.keycloakheimdall.contact.ContactType;
import io.github.keycloakheimdall.contact.Contacts;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import io.github.keycloakheimdall.keycloak.credential.EmailCredentials.Bound;
import io.github.keycloakheimdall.keycloak.credential.EmailFactorRefusalFactory;
import io.github.keycloakheimdall.keycloak.credential.LoginFlows;
import io.github.keycloakheimdall.mail.MailKind;
import io.github.keycloakheimdall.mail.Outbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A user's factors whose codes come by mail, each to one verified address. */
public final class EmailFactors {

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final Contacts contacts;

    public EmailFactors(App app, UserModel user) {
        this.session = app.session();
        this.app = app;
        this.user = user;
        this.contacts = new Contacts(app);
    }

    /**
     * Makes sure that the user may have one: mails go out, the login page asks for their codes too, as does linking an
     * account by its password, and direct grants refuse who has one. Who has the password would otherwise get in there
     * without one, and set up an authenticator app of their own.
     *
     * @throws ApiException 412 for what is not set up, 503 while the mail server does not answer
     */
    public void requireOffered() {
        if (!LoginFlows.browserAsks(app.realm(), EmailCodeFormFactory.ID)) {
            throw ApiException.preconditionFailed(
                    "The realm's login page does not ask for codes by mail", "EMAIL_FACTOR_NOT_AT_LOGIN_PAGE");
        }
        if (!LoginFlows.directGrantAsks(app.realm(), EmailFactorRefusalFactory.ID)) {
            throw ApiException.preconditionFailed(
                    "The realm's direct grants do not ask who has a factor by mail",
                    "EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS");
        }
        if (!LoginFlows.linkingAsks(session, app.realm(), EmailCodeFormFactory.ID)) {
            throw ApiException.preconditionFailed(
                    "The realm's first login by a provider takes a password and does not ask for codes by mail",
                    "EMAIL_FACTOR_NOT_AT_FIRST_BROKER_LOGIN");
        }
        new Outbox(app).requireReady(MailKind.MFA_CODE);
    }

    /**
     * The address that a new factor is bound to.
     *
     * @param contactId null for the primary email
     * @throws ApiException 404 when the user has no such email, 409 when a factor has it, 412 when it is not verified
     */
    public Contact choose(@Nullable String contactId) {
        Contact chosen = (contactId == null ? contacts.primaryEmail(user) : contacts.find(user, contactId))
                .filter(contact -> contact.type() == ContactType.EMAIL)
                .orElseThrow(() -> contactId == null ? unverified() : ApiException.notFound());
        if (!chosen.verified()) {
            throw unverified();
        }
        if (all().stream().anyMatch(factor -> chosen.id().equals(factor.contactId()))) {
            throw ApiException.conflict("A factor sends to this address already");
        }
        return chosen;
    }

    /** The first one whose codes arrive; the first of all where none do. */
    public Optional<String> first() {
        List<Bound> all = all();
        return all.stream()
                .filter(factor -> address(factor).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Bound::id);
    }

    /** Whether the user has that factor, and its address. */
    boolean reaches(String id) {
        return find(id).flatMap(this::address).isPresent();
    }

    /**
     * Where codes of that factor go.
     *
     * @throws ApiException 400 when that is no factor by mail of the user, 410 when its address is gone or not verified
     */
    public Contact address(String id) {
        return address(find(id).orElseThrow(
                                () -> ApiException.invalid("factor_id", FieldFault.UNKNOWN, "is no email factor")))
                .orElseThrow(() -> ApiException.gone("The factor's address is gone, or no longer verified"));
    }

    private Optional<Bound> find(String id) {
        return all().stream().filter(factor -> factor.id().equals(id)).findFirst();
    }

    private Optional<Contact> address(Bound factor) {
        return factor.contactId() == null
                ? Optional.empty()
                : contacts.find(user, factor.contactId()).filter(Contact::verified);
    }

    private List<Bound> all() {
        return EmailCredentials.of(user);
    }

    private static ApiException unverified() {
        return ApiException.preconditionFailed("The address is not verified", "CONTACT_NOT_VERIFIED");
    }
}
