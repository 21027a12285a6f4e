/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.authenticators.browser.RecoveryAuthnCodesFormAuthenticatorFactory;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.dto.RecoveryAuthnCodeRepresentation;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesCredentialData;
import org.keycloak.models.credential.dto.RecoveryAuthnCodesSecretData;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.util.JsonSerialization;

/** A user's recovery codes, as the credential of Keycloak's own, which keeps their hashes. */
public final class RecoveryCodeCredential {

    private final KeycloakSession session;

    public RecoveryCodeCredential(KeycloakSession session) {
        this.session = session;
    }

    /** Makes these the user's codes, and no others. */
    public void replace(UserModel user, List<String> codes) {
        UserLock.acquire(session, user);
        remove(user);
        user.credentialManager()
                .createStoredCredential(
                        RecoveryAuthnCodesCredentialModel.createFromValues(codes, Time.currentTimeMillis(), null));
    }

    /**
     * Whether Keycloak's login page would ask for one of the user's codes by itself: there are some left, and the
     * realm's browser flow has the step, which a new realm's has switched off.
     */
    public boolean asked(UserModel user) {
        return user.credentialManager()
                        .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                        .findAny()
                        .isPresent()
                && LoginFlows.browserHas(
                        session.getContext().getRealm(), RecoveryAuthnCodesFormAuthenticatorFactory.PROVIDER_ID);
    }

    /** Takes the user's codes away; false when there were none. */
    public boolean remove(UserModel user) {
        List<String> ids = user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .map(CredentialModel::getId)
                .toList();
        ids.forEach(user.credentialManager()::removeStoredCredentialById);
        return !ids.isEmpty();
    }

    /**
     * Uses a code up, for good before it returns. Any unused one is taken, in whatever order; Keycloak's page asks for
     * the next in line.
     *
     * @param code without its hyphens
     * @return false when it is no unused code of the user
     */
    public boolean use(UserModel user, String code) {
        boolean[] used = new boolean[1];
        OwnTransaction.run(session, own -> {
            UserModel fresh = own.users().getUserById(own.getContext().getRealm(), user.getId());
            if (fresh != null) {
                // Two uses at the same time would each write back the list without its own code alone.
                UserLock.acquire(own, fresh);
                used[0] = take(fresh, code);
            }
        });
        return used[0];
    }

    private static boolean take(UserModel user, String code) {
        CredentialModel credential = user.credentialManager()
                .getStoredCredentialsByTypeStream(RecoveryAuthnCodesCredentialModel.TYPE)
                .findFirst()
                .orElse(null);
        if (credential == null) {
            return false;
        }
        try {
            RecoveryAuthnCodesSecretData secrets =
                    JsonSerialization.readValue(credential.getSecretData(), RecoveryAuthnCodesSecretData.class);
            Optional<RecoveryAuthnCodeRepresentation> match = secrets.getCodes().stream()
                    .filter(each -> matches(code, each.getEncodedHashedValue()))
                    .findFirst();
            if (match.isEmpty()) {
                return false;
            }
            secrets.getCodes().remove(match.get());
            store(user, credential, secrets);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("a recovery code credential does not parse", e);
        }
    }

    /** Ours are in lower case and Keycloak's own in upper case; users type both. */
    private static boolean matches(String code, String hash) {
        return RecoveryAuthnCodesUtils.verifyRecoveryCodeInput(code.toLowerCase(Locale.ROOT), hash)
                || RecoveryAuthnCodesUtils.verifyRecoveryCodeInput(code.toUpperCase(Locale.ROOT), hash);
    }

    private static void store(UserModel user, CredentialModel credential, RecoveryAuthnCodesSecretData secrets)
            throws IOException {
        if (secrets.getCodes().isEmpty()) {
            user.credentialManager().removeStoredCredentialById(credential.getId());
            return;
        }
        RecoveryAuthnCodesCredentialData data =
                JsonSerialization.readValue(credential.getCredentialData(), RecoveryAuthnCodesCredentialData.class);
        data.setRemainingCodes(secrets.getCodes().size());
        credential.setSecretData(JsonSerialization.writeValueAsString(secrets));
        credential.setCredentialData(JsonSerialization.writeValueAsString(data));
        user.credentialManager().updateStoredCredential(credential);
    }
}
