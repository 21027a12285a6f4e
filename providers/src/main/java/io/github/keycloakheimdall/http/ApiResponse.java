/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Marks a record that {@link JsonBodyWriter} writes: snake_case names, ISO 8601 times, nulls kept. */
public interface ApiResponse {

    /** Whether this body's names are camelCase, as the guide has it for the profile alone. */
    @JsonIgnore
    default boolean camelCase() {
        return false;
    }
}
