/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.StoredTime;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;

/**
 * When a provider was set up and last changed; Keycloak keeps no such times, so its settings do, which a save in the
 * console leaves.
 */
final class ProviderTimes {

    private static final String CREATED_AT = "heimdall.created_at";
    private static final String UPDATED_AT = "heimdall.updated_at";

    private ProviderTimes() {}

    /** Notes that the provider was changed now, or made now where nothing is known of it. */
    static void changed(IdentityProviderModel provider) {
        String now = Instant.ofEpochMilli(Clock.millis()).toString();
        provider.getConfig().putIfAbsent(CREATED_AT, now);
        provider.getConfig().put(UPDATED_AT, now);
    }

    /** When it was made, or first changed since this API knows it. */
    static Optional<Instant> createdAt(IdentityProviderModel provider) {
        return read(provider, CREATED_AT);
    }

    static Optional<Instant> updatedAt(IdentityProviderModel provider) {
        return read(provider, UPDATED_AT);
    }

    private static Optional<Instant> read(IdentityProviderModel provider, String name) {
        return StoredTime.of(provider.getConfig().get(name), name, provider.getAlias());
    }
}
