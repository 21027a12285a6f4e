/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record CreateMachineRequest(
        @NotNull @Size(min = 1, max = 120) String name) implements ApiRequest {}
