/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;

record StepUpResponse(List<String> amr, Instant mfaAt) implements ApiResponse {}
