/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;

/**
 * The only answer that shows a machine client's secret: of a new client, or of a new secret, which names the client id
 * alone.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MachineSecret(String id, String clientId, String clientSecret, String name, Instant createdAt)
        implements ApiResponse {}
