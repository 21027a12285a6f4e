/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import io.github.keycloakheimdall.keycloak.event.Events;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Passkeys and factors that a stranger may have left in an account. */
final class PlantedCredentials {

    private final KeycloakSession session;
    private final UserModel user;
    private final String reason;

    /** @param reason what the events say of why they go */
    PlantedCredentials(KeycloakSession session, UserModel user, String reason) {
        this.session = session;
        this.user = user;
        this.reason = reason;
    }

    /**
     * Takes away all passkeys, and the other factors from before that moment; codes for recovery go with the last
     * factor.
     */
    void remove(Instant proven) {
        List<CredentialModel> all =
                user.credentialManager().getStoredCredentialsStream().toList();
        List<CredentialModel> gone =
                all.stream().filter(each -> opens(each, proven)).toList();
        gone.forEach(this::remove);
        boolean factorLeft = all.stream()
                .filter(each -> !gone.contains(each))
                .anyMatch(each -> each.getType().equals(OTPCredentialModel.TYPE)
                        || each.getType().equals(EmailCredentials.TYPE)
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
            default -> createdAt(credential).compareTo(proven) <= 0;
        };
    }

    private static Instant createdAt(CredentialModel credential) {
        return credential.getCreatedDate() == null
                ? Instant.EPOCH
                : Instant.ofEpochSecond(credential.getCreatedDate() / 1000);
    }

    /** Keycloak still sends the older event beside the newer one. */
    @SuppressWarnings("deprecation")
    private void remove(CredentialModel credential) {
        user.credentialManager().removeStoredCredentialById(credential.getId());
        List<EventType> types =
                Set.of(OTPCredentialModel.TYPE, EmailCredentials.TYPE).contains(credential.getType())
                        ? List.of(EventType.REMOVE_CREDENTIAL, EventType.REMOVE_TOTP)
                        : List.of(EventType.REMOVE_CREDENTIAL);
        for (EventType type : types) {
            new Events(session)
                    .of(type, user)
                    .detail(Details.CREDENTIAL_TYPE, credential.getType())
                    .detail(Details.SELECTED_CREDENTIAL_ID, credential.getId())
                    .detail(Details.REASON, reason)
                    .success();
        }
    }
}
