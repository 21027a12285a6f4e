/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code for whoever hands it to its owner. */
record VerificationCode(@Nullable String code, Instant expiresAt) implements ApiResponse {}
