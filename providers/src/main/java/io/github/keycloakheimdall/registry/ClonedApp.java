/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an app, and what its maker has to do for it.
 *
 * @param providersToConfigure the identity providers that the source has: their secrets are not copied
 * @param webhookSigningSecret null: no webhook is copied
 * @param notes one sentence each
 */
record ClonedApp(
        AppView app,
        Copied copied,
        List<String> providersToConfigure,
        @Schema(nullable = true) @Nullable String webhookSigningSecret,
        List<String> notes)
        implements ApiResponse {

    /** How much of each was copied. */
    @Schema(name = "CopiedParts")
    record Copied(
            int roles,
            int permissions,
            int rolePermissions,
            int tenants,
            boolean notificationSettings,
            boolean webhook) {}
}
