/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** The fields of a form, which the OAuth routes take besides JSON because OAuth libraries send it. */
public final class FormBody {

    private final MultivaluedMap<String, String> fields;

    private FormBody(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** The form that this request carries. */
    public static FormBody of(KeycloakSession session) {
        return new FormBody(session.getContext().getHttpRequest().getDecodedFormParameters());
    }

    /**
     * A field's value, or null without one.
     *
     * @throws ApiException 400 when it comes twice or holds NUL
     */
    public String get(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ApiException.invalid(name, "must not be repeated");
        }
        String value = values.isEmpty() ? null : values.get(0);
        if (value != null && value.indexOf('\0') >= 0) {
            throw ApiException.invalid(name, "must not contain NUL");
        }
        return value;
    }
}
