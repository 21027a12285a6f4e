/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a user.
 *
 * @param value in the one form that {@link ContactType#normalize} gives it
 * @param verifiedAt null until someone proved to read what is sent there
 */
public record Contact(
        String id,
        ContactType type,
        String value,
        boolean isPrimary,
        @Schema(nullable = true) @Nullable Instant verifiedAt,
        Instant createdAt)
        implements ApiResponse {

    /** Whether someone proved to read what is sent there. */
    public boolean verified() {
        return verifiedAt != null;
    }

    Contact unverified() {
        return new Contact(id, type, value, isPrimary, null, createdAt);
    }
}
