/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import io.github.keycloakheimdall.keycloak.runtime.KeycloaksAnswer;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.ReadOnlyException;

/**
 * Says that a user's store, such as a read-only LDAP, keeps what should have changed; outside of the API Keycloak
 * answers.
 */
@Provider
public final class ReadOnlyStoreMapper implements ExceptionMapper<ReadOnlyException> {

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(ReadOnlyException refusal) {
        return StoreAnswer.to(refusal, session).orElseGet(() -> KeycloaksAnswer.to(refusal, session));
    }
}
