/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.Events;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * What a stranger may have left in an account whose email is someone else's, to get back in. Only who reads the mail has
 * proven anything so far, so that one keeps the account.
 */
public final class Planted {

    private static final String REASON = "email_proven_by_its_owner";

    private final KeycloakSession session;
    private final App app;
    private final UserModel user;
    private final MailboxProofs proofs;

    public Planted(KeycloakSession session, App app, UserModel user) {
        this.session = session;
        this.app = app;
        this.user = user;
        this.proofs = new MailboxProofs(session, app.realm());
    }

    /**
     * To be called when the account gets a new password by a code that went to that contact; within the request's
     * transaction. Takes away what else opens the account, and the factors from before the proof, unless who verified the
     * email showed to hold the account too. Once is enough: from then on they are the same person.
     */
    public void removeAtReset(Contact contact) {
        Optional<Instant> proven = proofs.of(user, contact);
        if (proven.isEmpty()) {
            return;
        }
        proofs.forget(user);
        removeContacts(contact);
        removeLinks();
        removeCredentials(proven.get());
    }

    private void removeContacts(Contact proven) {
        ContactRows rows = new ContactRows(session, app.realm());
        for (ContactEntity row : rows.of(user)) {
            if (!row.id.equals(proven.id())) {
                rows.remove(row);
                new Events(session)
                        .of(EventType.UPDATE_PROFILE, user)
                        .detail("contact", "dropped")
                        .detail("contact_id", row.id)
                        .detail(Details.REASON, REASON)
                        .success();
            }
        }
    }

    private void removeLinks() {
        session.users().getFederatedIdentitiesStream(app.realm(), user).toList().forEach(link -> {
            session.users().removeFederatedIdentity(app.realm(), user, link.getIdentityProvider());
            new Events(session)
                    .of(EventType.REMOVE_FEDERATED_IDENTITY, user)
                    .detail(Details.IDENTITY_PROVIDER, link.getIdentityProvider())
                    .detail(Details.REASON, REASON)
                    .success();
        });
    }

    private void removeCredentials(Instant proven) {
        List<CredentialModel> all =
                user.credentialManager().getStoredCredentialsStream().toList();
        List<CredentialModel> gone =
                all.stream().filter(each -> opens(each, proven)).toList();
        gone.forEach(this::remove);
        boolean factorLeft = all.stream()
                .filter(each -> !gone.contains(each))
                .anyMatch(each -> each.getType().equals(OTPCredentialModel.TYPE)
                        || each.getType().equals(WebAuthnCredentialModel.TYPE_TWOFACTOR));
        if (!factorLeft) {
            all.stream()
                    .filter(each -> !gone.contains(each))
                    .filter(each -> each.getType().equals(RecoveryAuthnCodesCredentialModel.TYPE))
                    .forEach(this::remove);
        }
    }

    /** A passkey opens the account by itself; any other factor only together with the password, which is new. */
    private static boolean opens(CredentialModel credential, Instant proven) {
        return switch (credential.getType()) {
            case PasswordCredentialModel.TYPE, PasswordCredentialModel.PASSWORD_HISTORY -> false;
            case WebAuthnCredentialModel.TYPE_PASSWORDLESS -> true;
            default ->
                credential.getCreatedDate() == null || credential.getCreatedDate() / 1000 <= proven.getEpochSecond();
        };
    }

    /** Keycloak still sends the older event beside the newer one. */
    @SuppressWarnings("deprecation")
    private void remove(CredentialModel credential) {
        user.credentialManager().removeStoredCredentialById(credential.getId());
        List<EventType> types = credential.getType().equals(OTPCredentialModel.TYPE)
                ? List.of(EventType.REMOVE_CREDENTIAL, EventType.REMOVE_TOTP)
                : List.of(EventType.REMOVE_CREDENTIAL);
        for (EventType type : types) {
            new Events(session)
                    .of(type, user)
                    .detail(Details.CREDENTIAL_TYPE, credential.getType())
                    .detail(Details.SELECTED_CREDENTIAL_ID, credential.getId())
                    .detail(Details.REASON, REASON)
                    .success();
        }
    }
}
