/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;

/** @param permissions replace all scopes; empty takes them all */
record SetScopesRequest(@NotNull @Size(max = 500) List<String> permissions) implements ApiRequest {}
