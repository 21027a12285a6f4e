/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients keep with a thing, such as a tenant; nothing here looks into it. */
public final class Metadata {

    private static final int MAX_LENGTH = 16_000;

    private Metadata() {}

    /** @throws ApiException 400 when it is over 16000 characters of JSON */
    public static @Nullable String write(@Nullable Map<String, Object> metadata) {
        if (metadata == null) {
            return null;
        }
        try {
            String json = Json.SNAKE_CASE.writeValueAsString(metadata);
            if (json.length() > MAX_LENGTH) {
                throw ApiException.invalid(
                        "metadata", FieldFault.TOO_LONG, "must have at most " + MAX_LENGTH + " characters of JSON");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was JSON is none any more", e);
        }
    }

    /** What {@link #write} made. */
    public static Map<String, Object> read(String json) {
        try {
            return Json.SNAKE_CASE.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("metadata do not parse", e);
        }
    }
}
