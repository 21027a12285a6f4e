/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

/** The codes, which no later request shows again. */
record RecoveryCodesResponse(List<String> recoveryCodes) implements ApiResponse {}
