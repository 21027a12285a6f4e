/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;

record SetPermissionsRequest(@NotNull @Size(max = 1000) List<String> permissions) implements ApiRequest {}
