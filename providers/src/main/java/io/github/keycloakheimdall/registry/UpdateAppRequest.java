/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is null stays as it is; the metadata are replaced as a whole. */
record UpdateAppRequest(
        @Size(min = 1, max = 120) @Nullable String displayName,
        @Size(min = 1, max = 255) @Nullable String slug,
        @Nullable Map<String, Object> metadata,
        @Min(30) @Max(3650) @Nullable Integer auditRetentionDays,
        @Min(7) @Max(365) @Nullable Integer webhookAttemptRetentionDays)
        implements ApiRequest {}
