/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/** What Keycloak answers to a failure, which is rolled back and logged. */
public final class KeycloaksAnswer {

    private KeycloaksAnswer() {}

    public static Response to(Exception failure, KeycloakSession session) {
        return KeycloakErrorHandler.getResponse(session, failure);
    }
}
