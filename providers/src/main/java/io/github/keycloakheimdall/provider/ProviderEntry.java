/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.provider.ProviderFlags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;

/**
 * A provider that users may sign in by, or could.
 *
 * @param updatedAt null where it is not set up, or was not changed since this API knows it
 */
record ProviderEntry(
        String provider,
        String displayName,
        boolean configured,
        boolean enabled,
        @Schema(nullable = true) @Nullable Instant updatedAt) {

    /** One that this API sets up. */
    static ProviderEntry of(ProviderKind kind, Optional<IdentityProviderModel> found) {
        return found.map(model -> of(model, kind.displayName()))
                .orElseGet(() -> new ProviderEntry(kind.alias(), kind.displayName(), false, false, null));
    }

    /** One that the console set up. */
    static ProviderEntry of(IdentityProviderModel model) {
        return of(model, model.getAlias());
    }

    private static ProviderEntry of(IdentityProviderModel model, String nameByDefault) {
        String name = model.getDisplayName();
        return new ProviderEntry(
                model.getAlias(),
                name == null || name.isBlank() ? nameByDefault : name,
                true,
                model.isEnabled() && !ProviderFlags.isForLinkingOnly(model),
                ProviderTimes.updatedAt(model).orElse(null));
    }

    /** All of an app: a bare array. */
    @Schema(type = SchemaType.ARRAY, implementation = ProviderEntry.class)
    record ProviderList(@JsonValue List<ProviderEntry> entries) implements ApiResponse {}
}
