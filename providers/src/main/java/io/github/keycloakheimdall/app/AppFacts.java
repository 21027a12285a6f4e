/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of an app its realm does not tell.
 *
 * @param createdBy the id of an admin, or null where nobody knows
 * @param createdAt when the realm was made as an app, or seen to be one for the first time
 * @param metadata JSON
 * @param attemptDays how many days attempts to reach its webhook are kept
 */
public record AppFacts(
        @Nullable String createdBy,
        Instant createdAt,
        Instant updatedAt,
        Environment environment,
        String metadata,
        int attemptDays) {}
