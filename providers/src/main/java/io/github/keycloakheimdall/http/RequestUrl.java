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
     * Refuses a NUL, which PostgreSQL does not take in a value that it looks for.
     *
     * @throws ApiException 404 for one in the path, which names nothing, 400 for one in the query
     */
    public static void check(KeycloakSession session) {
        URI uri = session.getContext().getHttpRequest().getUri().getRequestUri();
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
}
