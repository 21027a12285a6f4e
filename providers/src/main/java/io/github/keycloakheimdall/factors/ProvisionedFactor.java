/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

/** A factor that was made for somebody else and is enabled already, with everything they need, shown this once. */
record ProvisionedFactor(Factor factor, EnrolmentData enrollment, List<String> recoveryCodes) implements ApiResponse {}
