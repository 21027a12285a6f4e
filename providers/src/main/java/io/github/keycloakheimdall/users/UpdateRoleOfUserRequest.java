/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record UpdateRoleOfUserRequest(@NotNull @Size(max = 255) String roleName) implements ApiRequest {}
