/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminAuth;

/** Reads the bearer of a request as Keycloak's admin REST API does: an access token of any realm, checked by that realm. */
public final class AdminBearer {

    private AdminBearer() {}

    /**
     * The admin who makes the request. Leaves the token's realm as the session's.
     *
     * @throws ApiException 401 without an access token that its own realm accepts
     */
    public static AdminAuth authenticate(KeycloakSession session) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        RealmModel realm = session.realms().getRealmByName(issuingRealm(bearer(headers)));
        if (realm == null) {
            throw ApiException.bearerRequired();
        }
        session.getContext().setRealm(realm);
        AuthenticationManager.AuthResult checked = new AppAuthManager.BearerTokenAuthenticator(session)
                .setRealm(realm)
                .setConnection(session.getContext().getConnection())
                .setHeaders(headers)
                .authenticate();
        if (checked == null) {
            throw ApiException.bearerRequired();
        }
        session.getContext().setBearerToken(checked.token());
        return new AdminAuth(realm, checked.token(), checked.user(), checked.client());
    }

    private static String bearer(HttpHeaders headers) {
        try {
            String token = AppAuthManager.extractAuthorizationHeaderToken(headers);
            if (token != null) {
                return token;
            }
        } catch (NotAuthorizedException malformed) {
            throw ApiException.bearerRequired();
        }
        throw ApiException.bearerRequired();
    }

    /** Only names the realm that is asked; nothing of the token is believed yet. */
    private static String issuingRealm(String token) {
        try {
            String issuer =
                    new JWSInput(token).readJsonContent(AccessToken.class).getIssuer();
            if (issuer != null) {
                return issuer.substring(issuer.lastIndexOf('/') + 1);
            }
        } catch (JWSInputException notAToken) {
            throw ApiException.bearerRequired();
        }
        throw ApiException.bearerRequired();
    }
}
