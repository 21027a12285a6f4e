/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;

/** What the client that started a session called itself. */
public final class UserAgent {

    private static final String NOTE = "heimdall.user_agent";
    private static final int MAX_LENGTH = 512;

    private UserAgent() {}

    /** Keeps the request's {@code User-Agent}, cut to 512 characters, with the session. */
    public static void remember(KeycloakSession session, UserSessionModel userSession) {
        String header = session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(HttpHeaders.USER_AGENT);
        if (header != null) {
            userSession.setNote(NOTE, header.substring(0, Math.min(header.length(), MAX_LENGTH)));
        }
    }

    /** What was remembered, or null. */
    public static String of(UserSessionModel userSession) {
        return userSession.getNote(NOTE);
    }
}
