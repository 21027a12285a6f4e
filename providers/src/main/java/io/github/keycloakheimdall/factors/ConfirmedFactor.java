/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

/** A factor that is enabled now, and the recovery codes that came with it, shown this once. */
record ConfirmedFactor(Factor factor, List<String> recoveryCodes) implements ApiResponse {}
