/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Map;

/** What is null stays as it is; the metadata are replaced as a whole. */
record UpdateAppRequest(
        @Size(min = 1, max = 120) String displayName,
        @Size(min = 1, max = 255) String slug,
        Map<String, Object> metadata)
        implements ApiRequest {}
