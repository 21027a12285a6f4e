/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;

/** A credential that an admin removed, of whose kind Keycloak's event says nothing before 26.7. */
public final class RemovedCredential {

    private RemovedCredential() {}

    /**
     * Keycloak's word for its kind, as others see it until the removal is committed; empty if it is not stored, or
     * nobody has the id.
     *
     * @param session of the request that removed it
     */
    public static Optional<String> type(KeycloakSession session, String userId, String credentialId) {
        return OwnTransaction.call(session, own -> Optional.ofNullable(
                        own.users().getUserById(own.getContext().getRealm(), userId))
                .map(user -> user.credentialManager().getStoredCredentialById(credentialId))
                .map(CredentialModel::getType));
    }
}
