/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.http.Headers;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * What binds an attempt to the browser that started it. Each attempt has a cookie of its own name, or a second tab
 * would undo the first. It goes to the callback's path alone, and is sent with a form that the provider's page posts,
 * which only {@code SameSite=None} is; that needs {@code Secure}, so it is {@code Lax} on a developer's plain HTTP.
 */
final class AttemptCookie {

    private static final String NAME = "heimdall-oauth-";
    private static final int NAME_DIGITS = 16;

    private final String name;
    private final String attributes;

    AttemptCookie(String state, String redirectUri) {
        URI callback = URI.create(redirectUri);
        boolean secure = "https".equalsIgnoreCase(callback.getScheme());
        this.name = (secure ? "__Secure-" : "")
                + NAME
                + SecretToken.kept("cookie name", state).substring(0, NAME_DIGITS);
        this.attributes = "; Path=" + callback.getRawPath() + "; HttpOnly; "
                + (secure ? "Secure; SameSite=None" : "SameSite=Lax");
    }

    /** What is kept here of its value. */
    static String kept(String value) {
        return SecretToken.kept("cookie", value);
    }

    /** The header that has a browser keep it. */
    String set(String value) {
        return name + '=' + value + "; Max-Age=" + Attempts.LIFESPAN_SECONDS + attributes;
    }

    /** The header that has a browser forget it. */
    String clear() {
        return name + "=; Max-Age=0" + attributes;
    }

    /** Its value in the request, or null. */
    @Nullable
    String in(KeycloakSession session) {
        return Headers.cookie(session, name);
    }
}
