/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a role is to hold.
 *
 * @param expected what it held when the caller read it; null asks nothing
 */
record SetPermissionsRequest(
        @NotNull @Size(max = 1000) List<String> permissions,
        @Size(max = 1000) @Nullable List<String> expected) implements ApiRequest {}
