/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A backend's key to one app, without its secret.
 *
 * @param keyPrefix the first 16 characters of the raw key, enough for a reader to tell keys apart
 * @param permissions as they were given when the key was made, sorted
 * @param createdBy the id of the admin who made it, or null
 * @param expiresAt when it stops to hold, or null
 * @param lastUsedAt when it was last used, to the minute, or null
 */
public record ApiKey(
        String id,
        String name,
        String keyPrefix,
        SortedSet<String> permissions,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Whether the key carries a permission, under either of its names. */
    public boolean holds(String permission) {
        String wanted = KeyPermissions.canonical(permission);
        return permissions.stream().map(KeyPermissions::canonical).anyMatch(wanted::equals);
    }
}
