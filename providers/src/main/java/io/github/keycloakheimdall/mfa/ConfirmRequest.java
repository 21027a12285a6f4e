/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mfa;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

record ConfirmRequest(@NotNull @Size(min = 2, max = 2) List<String> codes) implements ApiRequest {}
