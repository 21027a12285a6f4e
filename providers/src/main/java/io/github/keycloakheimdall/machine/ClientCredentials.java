/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;

/**
 * What a machine client says to prove itself.
 *
 * @param basic whether it came in the header
 */
record ClientCredentials(String clientId, String secret, boolean basic) {

    private static final String SCHEME = "basic ";

    /**
     * Reads the one place where they are (RFC 6749, 2.3).
     *
     * @throws ApiException 400 when they are in both places, or neither
     */
    static ClientCredentials of(KeycloakSession session, ClientCredentialsRequest request) {
        String header = Headers.authorization(session);
        if (header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            if (request.clientSecret() != null) {
                throw ApiException.invalid(
                        "client_secret", FieldFault.NOT_ALLOWED, "must not be sent besides an Authorization header");
            }
            ClientCredentials credentials = decode(header.substring(SCHEME.length()));
            if (request.clientId() != null && !request.clientId().equals(credentials.clientId)) {
                throw ApiException.invalid(
                        "client_id", FieldFault.NOT_ALLOWED, "must be the one of the Authorization header");
            }
            return credentials;
        }
        if (request.clientId() == null) {
            throw ApiException.invalid("client_id", FieldFault.REQUIRED, "must not be null");
        }
        if (request.clientSecret() == null) {
            throw ApiException.invalid("client_secret", FieldFault.REQUIRED, "must not be null");
        }
        return new ClientCredentials(request.clientId(), request.clientSecret(), false);
    }

    /**
     * Both halves are encoded like those of a form (RFC 6749, 2.3.1), which Keycloak's own token endpoint undoes too.
     */
    private static ClientCredentials decode(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new ClientCredentials(plain(pair.substring(0, colon)), plain(pair.substring(colon + 1)), true);
            }
        } catch (IllegalArgumentException notEncoded) {
            throw ApiException.badRequest("The Authorization header is malformed");
        }
        throw ApiException.badRequest("The Authorization header is malformed");
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
