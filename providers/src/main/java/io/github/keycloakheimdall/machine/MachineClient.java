/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;

/**
 * A machine client.
 *
 * @param id Keycloak's own id of it
 * @param lastUsedAt when it last got a token, to the minute, or null
 * @param scopes left out of lists
 */
record MachineClient(
        String id,
        String appId,
        String clientId,
        String name,
        @JsonProperty("is_active") boolean active,
        Instant lastUsedAt,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Scope> scopes)
        implements ApiResponse {

    /** A permission, cut at its first dot. */
    record Scope(String resource, String action) {

        static Scope of(String permission) {
            int dot = permission.indexOf('.');
            return dot < 0
                    ? new Scope(permission, "")
                    : new Scope(permission.substring(0, dot), permission.substring(dot + 1));
        }
    }
}
