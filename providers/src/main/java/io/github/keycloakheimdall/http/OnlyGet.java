/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import org.keycloak.models.KeycloakSession;

/** For routes whose links are used up by being followed. */
public final class OnlyGet {

    private OnlyGet() {}

    /**
     * JAX-RS answers HEAD by the method for GET; whatever looks at a link before the browser follows it must not use it
     * up.
     *
     * @param others what else is allowed at the path
     * @throws NotAllowedException if the request is a HEAD
     */
    public static void require(KeycloakSession session, String... others) {
        if (session.getContext().getHttpRequest().getHttpMethod().equals(HttpMethod.HEAD)) {
            throw new NotAllowedException(HttpMethod.GET, others);
        }
    }
}
