/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mfa;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record StepUpRequest(@NotNull @Size(max = 64) String code) implements ApiRequest {}
