/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.net.URI;
import java.util.Arrays;
import org.keycloak.models.KeycloakSession;

/** The URL of a request, before any of it is looked up. */
public final class RequestUrl {

    private static final String NUL = "%00";

    private RequestUrl() {}

    /**
     * Refuses a NUL, which PostgreSQL does not take in a value that it looks for, and a request of HTTP/1.0 that names
     * no host, of which there is no URL.
     *
     * @throws ApiException 404 for a NUL in the path, which names nothing, 400 for one in the query and without a host
     */
    public static void check(KeycloakSession session) {
        URI uri = of(session);
        if (uri.getRawPath().contains(NUL)) {
            throw ApiException.notFound();
        }
        if (uri.getRawQuery() != null && uri.getRawQuery().contains(NUL)) {
            throw ApiException.invalid(Arrays.stream(uri.getRawQuery().split("&"))
                    .filter(parameter -> parameter.contains(NUL))
                    .map(parameter -> new FieldError(
                            parameter.split("=", 2)[0], FieldFault.MALFORMED, "must not hold a NUL character"))
                    .toList());
        }
    }

    /** The header does not tell: HTTP/2 has another for it. The server fails where it has no host to make a URL of. */
    private static URI of(KeycloakSession session) {
        try {
            return session.getContext().getHttpRequest().getUri().getRequestUri();
        } catch (NullPointerException noHost) {
            throw ApiException.badRequest("The request names no host");
        }
    }
}
