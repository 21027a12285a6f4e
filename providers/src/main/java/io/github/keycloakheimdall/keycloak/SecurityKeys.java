/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Second factors of Keycloak's own pages that this API has no way to ask for. */
public final class SecurityKeys {

    private SecurityKeys() {}

    /** Whether the user has one. */
    public static boolean has(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_TWOFACTOR)
                .findAny()
                .isPresent();
    }
}
