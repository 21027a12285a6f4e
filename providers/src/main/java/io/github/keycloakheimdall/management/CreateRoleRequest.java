/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record CreateRoleRequest(
        @NotNull @Pattern(regexp = Roles.NAME) String name,
        @Size(max = 255) String description) implements ApiRequest {}
