/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.http.Headers;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** What a request carries in {@code Authorization: Bearer ...}. */
public final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The credential, not yet checked in any way. */
    public static Optional<String> of(KeycloakSession session) {
        String header = Headers.authorization(session);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip());
    }
}
