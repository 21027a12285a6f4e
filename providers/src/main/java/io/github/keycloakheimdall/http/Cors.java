/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.keycloak.realm.WebOrigins;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Lets a browser at one of the client's web origins call the API. Keycloak's own helper answers a preflight for any
 * origin and has changed its methods in patch releases. Credentials are never allowed: the API takes a bearer, no
 * cookie.
 */
public final class Cors {

    private static final String ORIGIN = "Origin";
    private static final String ANY_ORIGIN = "*";
    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String ALLOW_HEADERS = "Authorization, Content-Type, Idempotency-Key";
    private static final String EXPOSE_HEADERS = "Retry-After, WWW-Authenticate";
    private static final int MAX_AGE_SECONDS = 3600;

    private Cors() {}

    /**
     * Lets a browser of any origin read an answer that is everybody's.
     *
     * @param methods those of the path, asked only for a preflight
     */
    public static void applyToAll(
            ContainerRequestContext request,
            ContainerResponseContext answer,
            Supplier<? extends Collection<String>> methods) {
        answer.getHeaders().putSingle("Access-Control-Allow-Origin", ANY_ORIGIN);
        answerPreflight(request, answer.getHeaders(), methods);
    }

    /**
     * Adds the headers, if the request comes from an allowed origin.
     *
     * @param methods those of the path, asked only for a preflight
     */
    public static void apply(
            KeycloakSession session,
            ClientModel client,
            ContainerRequestContext request,
            ContainerResponseContext answer,
            Supplier<? extends Collection<String>> methods) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        // Also without an origin: a cache must not give this answer to a browser that comes with one.
        headers.add("Vary", ORIGIN);
        String origin = request.getHeaderString(ORIGIN);
        if (origin == null) {
            return;
        }
        Set<String> allowed = WebOrigins.of(session, client);
        if (!allowed.contains(origin) && !allowed.contains(ANY_ORIGIN)) {
            return;
        }
        headers.putSingle("Access-Control-Allow-Origin", origin);
        headers.putSingle("Access-Control-Expose-Headers", EXPOSE_HEADERS);
        answerPreflight(request, headers, methods);
    }

    private static void answerPreflight(
            ContainerRequestContext request,
            MultivaluedMap<String, Object> headers,
            Supplier<? extends Collection<String>> methods) {
        boolean preflight =
                HttpMethod.OPTIONS.equals(request.getMethod()) && request.getHeaderString(REQUEST_METHOD) != null;
        if (preflight) {
            headers.putSingle("Access-Control-Allow-Methods", String.join(", ", methods.get()));
            headers.putSingle("Access-Control-Allow-Headers", ALLOW_HEADERS);
            headers.putSingle("Access-Control-Max-Age", MAX_AGE_SECONDS);
        }
    }
}
