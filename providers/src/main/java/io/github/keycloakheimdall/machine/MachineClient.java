/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A machine client.
 *
 * @param id Keycloak's own id of it
 * @param lastUsedAt when it last got a token, to the minute, or null
 */
record MachineClient(
        String id,
        String appId,
        String clientId,
        String name,
        @JsonProperty("is_active") boolean active,
        @Schema(nullable = true) @Nullable Instant lastUsedAt,
        @Schema(nullable = true) @Nullable Instant createdAt,
        List<Scope> scopes)
        implements ApiResponse {

    static MachineClient of(MachineClientList.Summary summary, List<Scope> scopes) {
        return new MachineClient(
                summary.id(),
                summary.appId(),
                summary.clientId(),
                summary.name(),
                summary.active(),
                summary.lastUsedAt(),
                summary.createdAt(),
                scopes);
    }

    /** A permission, cut at its first dot. */
    @Schema(name = "MachineScope")
    record Scope(String resource, String action) {

        static Scope of(String permission) {
            int dot = permission.indexOf('.');
            return dot < 0
                    ? new Scope(permission, "")
                    : new Scope(permission.substring(0, dot), permission.substring(dot + 1));
        }
    }
}
