/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;

record FactorList(List<Factor> data) implements ApiResponse {}
