/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;

/** A machine client that was just made; nothing shows its secret again. */
record CreatedMachine(String id, String clientId, String clientSecret, String name, Instant createdAt)
        implements ApiResponse {}
