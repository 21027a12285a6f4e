/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;

/** A factor that waits for its confirmation. */
record StartedEnrolment(Factor factor, EnrolmentData enrollment) implements ApiResponse {}
