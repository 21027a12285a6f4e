/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Pagination;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/** A page of machine clients, by client id. */
record MachineClientList(List<Summary> data, Pagination pagination) implements ApiResponse {

    /** A {@link MachineClient} without its scopes. */
    @Schema(name = "MachineClientSummary")
    record Summary(
            String id,
            String appId,
            String clientId,
            String name,
            @JsonProperty("is_active") boolean active,
            @Schema(nullable = true) @Nullable Instant lastUsedAt,
            @Schema(nullable = true) @Nullable Instant createdAt) {

        static Summary of(App app, ClientModel client, Instant createdAt) {
            return new Summary(
                    client.getId(),
                    app.id(),
                    client.getClientId(),
                    client.getName() == null ? client.getClientId() : client.getName(),
                    client.isEnabled(),
                    MachineUse.of(client),
                    createdAt);
        }
    }
}
