/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** @param active null leaves it as it is */
record UpdateMachineRequest(
        @JsonProperty("is_active") @Nullable Boolean active) implements ApiRequest {}
