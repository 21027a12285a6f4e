/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factor;

import io.github.keycloakheimdall.keycloak.credential.EmailCredentials.Bound;
import io.github.keycloakheimdall.keycloak.credential.OtpCredentials.Device;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A second factor as the API shows it.
 *
 * @param type {@code totp}, {@code email}, or {@code hotp} for a counter device that was enrolled at Keycloak's own
 *     page
 * @param label what its owner calls it, or null
 * @param enabledAt null while its enrolment is not confirmed
 */
public record Factor(
        String id,
        @Schema(enumeration = {"totp", "hotp", "email"}) String type,
        @Schema(nullable = true) @Nullable String label,
        boolean enabled,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant enabledAt) {

    static Factor enabled(Device device) {
        return enabled(device.id(), device.type(), device.label(), device.createdAt());
    }

    static Factor enabled(Bound email) {
        return enabled(email.id(), FactorKind.EMAIL.amr(), email.label(), email.createdAt());
    }

    private static Factor enabled(String id, String type, @Nullable String label, Instant createdAt) {
        Instant created = createdAt.truncatedTo(ChronoUnit.SECONDS);
        return new Factor(id, type, label, true, created, created);
    }
}
