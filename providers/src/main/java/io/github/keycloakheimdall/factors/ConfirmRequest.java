/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;

record ConfirmRequest(@NotNull @Size(min = 2, max = 2) List<String> codes) implements ApiRequest {}
