/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** What a request says besides its URL and its body. */
public final class Headers {

    private Headers() {}

    /** A header's value, or null. */
    public static @Nullable String value(KeycloakSession session, String name) {
        return of(session).getHeaderString(name);
    }

    /** How often the request has a header, also without a value. */
    public static int count(KeycloakSession session, String name) {
        List<String> values = of(session).getRequestHeader(name);
        return values == null ? 0 : values.size();
    }

    /** {@code Authorization}, or null. */
    public static @Nullable String authorization(KeycloakSession session) {
        return value(session, HttpHeaders.AUTHORIZATION);
    }

    /** The value of a cookie, or null. */
    public static @Nullable String cookie(KeycloakSession session, String name) {
        Cookie sent = of(session).getCookies().get(name);
        return sent == null ? null : sent.getValue();
    }

    private static HttpHeaders of(KeycloakSession session) {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }
}
