/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.token.AccessClaims;
import org.keycloak.models.UserModel;

/**
 * The person who makes the request, known by a bearer that holds.
 *
 * @param claims what the bearer says
 */
public record Caller(UserModel user, AccessClaims claims) {

    /** The session that backs the bearer; after a logout it may be gone already. */
    public String sessionId() {
        return claims.sid();
    }
}
