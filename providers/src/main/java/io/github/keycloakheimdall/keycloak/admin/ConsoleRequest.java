/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import jakarta.ws.rs.HttpMethod;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;

/** Tells what the admin console sends from what pipelines send to the same admin API. */
public final class ConsoleRequest {

    private ConsoleRequest() {}

    /** Whether the request in hand is a PUT by someone at the admin console. */
    public static boolean updates(KeycloakSession session) {
        HttpRequest request = session.getContext().getHttpRequest();
        return request != null
                && HttpMethod.PUT.equals(request.getHttpMethod())
                && session.getContext().getBearerToken() instanceof JsonWebToken token
                && Constants.ADMIN_CONSOLE_CLIENT_ID.equals(token.getIssuedFor());
    }
}
