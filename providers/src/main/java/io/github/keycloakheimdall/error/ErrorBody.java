/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one body of every answer that is not a success.
 *
 * @param statusCode the HTTP status, repeated for clients that lost it
 * @param message one sentence for whoever reads it
 * @param code a stable word for a program, or null
 * @param errors the fields that were refused, or null
 * @param actions what the user has to do first, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(
        @JsonProperty("statusCode") int statusCode,
        String message,
        @Nullable String code,
        @Nullable List<FieldError> errors,
        @Nullable List<String> actions)
        implements ApiResponse {

    ErrorBody(int statusCode, String message, @Nullable String code) {
        this(statusCode, message, code, null, null);
    }

    /** The body for a status that the server itself chose, such as 404 for an unknown path. */
    public static ErrorBody ofStatus(int status) {
        return new ErrorBody(status, StandardMessage.of(status), null);
    }
}
