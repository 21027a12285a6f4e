/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.Map;
import org.keycloak.models.IdentityProviderModel;

/**
 * A provider that is set up.
 *
 * @param config without secrets; says of each whether there is one
 * @param createdAt the epoch where that is not known
 */
record ProviderDetail(
        String provider, boolean enabled, Map<String, Object> config, Instant createdAt, Instant updatedAt)
        implements ApiResponse {

    /** @param callbackUrl where the provider sends browsers back to */
    static ProviderDetail of(ProviderKind kind, IdentityProviderModel model, String callbackUrl) {
        Instant createdAt = ProviderTimes.createdAt(model).orElse(Instant.EPOCH);
        return new ProviderDetail(
                kind.alias(),
                model.isEnabled(),
                ConfigChange.told(kind, model.getConfig(), callbackUrl),
                createdAt,
                ProviderTimes.updatedAt(model).orElse(createdAt));
    }
}
