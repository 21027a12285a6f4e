/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.error.RefusedBody;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * What a browser brings along, under names that count as they are written: the server reads a query's in any case, and
 * skips some.
 */
public final class Parameters {

    private final MultivaluedMap<String, String> values;

    private Parameters(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /** @throws ApiException 400 for a query that does not decode */
    public static Parameters ofQuery(KeycloakSession session) {
        MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
        String query =
                session.getContext().getHttpRequest().getUri().getRequestUri().getRawQuery();
        for (String field : query == null ? new String[0] : query.split("&")) {
            String[] pair = field.split("=", 2);
            values.add(decoded(pair[0]), pair.length == 1 ? "" : decoded(pair[1]));
        }
        return new Parameters(values);
    }

    /** @throws ApiException 413 for a form that is larger than a body may be */
    public static Parameters ofForm(KeycloakSession session) {
        HttpRequest request = session.getContext().getHttpRequest();
        String length = request.getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_LENGTH);
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        if (length != null && Long.parseLong(length) > JsonBodyReader.MAX_BYTES
                || size(form) > JsonBodyReader.MAX_BYTES) {
            throw RefusedBody.tooLarge();
        }
        return new Parameters(form);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * Its value; null for none.
     *
     * @throws ApiException 400 where it is repeated
     */
    public @Nullable String once(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw ApiException.invalid(name, FieldFault.REPEATED, "must be given once");
        }
        return given.isEmpty() ? null : given.get(0);
    }

    /** Its values, as often as it is given. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** A form that comes in pieces tells no length. */
    private static long size(MultivaluedMap<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + '=' + value + '&'))
                .mapToLong(pair -> pair.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.badRequest("The query does not decode");
        }
    }
}
