/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import java.util.HashSet;
import java.util.Set;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.storage.StorageId;

/** Second factors that only Keycloak's own pages can ask for: security keys, those of plugins, those of a directory. */
public final class OtherFactors {

    /** What Keycloak stores that is no second factor, or is one that this API asks for. */
    private static final Set<String> STORED = Set.of(
            PasswordCredentialModel.TYPE,
            PasswordCredentialModel.PASSWORD_HISTORY,
            OTPCredentialModel.TYPE,
            EmailCredentials.TYPE,
            RecoveryAuthnCodesCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS);

    private OtherFactors() {}

    /** Whether the user has any, by what the credential's provider says of its kind. */
    public static boolean has(KeycloakSession session, UserModel user) {
        Set<String> types = new HashSet<>();
        SubjectCredentialManager credentials = user.credentialManager();
        credentials.getStoredCredentialsStream().map(CredentialModel::getType).forEach(types::add);
        types.removeAll(STORED);
        if (user.isFederated() || !StorageId.isLocalStorage(user.getId())) {
            credentials
                    .getFederatedCredentialsStream()
                    .map(CredentialModel::getType)
                    .forEach(types::add);
            addDirectorysOtp(credentials, types);
        }
        types.remove(PasswordCredentialModel.TYPE);
        return !types.isEmpty() && anyIsSecondFactor(session, user, types);
    }

    /** A directory may check one-time passwords itself; this API looks at those that Keycloak stores. */
    private static void addDirectorysOtp(SubjectCredentialManager credentials, Set<String> types) {
        boolean stored = credentials
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .findAny()
                .isPresent();
        if (!stored && credentials.isConfiguredFor(OTPCredentialModel.TYPE)) {
            types.add(OTPCredentialModel.TYPE);
        }
    }

    private static boolean anyIsSecondFactor(KeycloakSession session, UserModel user, Set<String> types) {
        for (CredentialProvider<?> provider : session.getAllProviders(CredentialProvider.class)) {
            if (types.contains(provider.getType()) && isSecondFactor(provider, session, user)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecondFactor(CredentialProvider<?> provider, KeycloakSession session, UserModel user) {
        CredentialTypeMetadata metadata = provider.getCredentialTypeMetadata(
                CredentialTypeMetadataContext.builder().user(user).build(session));
        return metadata != null && metadata.getCategory() == CredentialTypeMetadata.Category.TWO_FACTOR;
    }
}
