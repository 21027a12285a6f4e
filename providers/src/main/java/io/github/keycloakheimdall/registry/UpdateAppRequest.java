/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.constraint.Max;
import io.github.keycloakheimdall.constraint.Min;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;

/** What is null stays as it is; the metadata are replaced as a whole. */
record UpdateAppRequest(
        @Size(min = 1, max = 120) String displayName,
        @Size(min = 1, max = 255) String slug,
        Map<String, Object> metadata,
        @Min(30) @Max(3650) Integer auditRetentionDays,
        @Min(7) @Max(365) Integer webhookAttemptRetentionDays)
        implements ApiRequest {}
