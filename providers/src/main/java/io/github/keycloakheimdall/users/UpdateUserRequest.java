/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record UpdateUserRequest(
        @Size(max = 120) String displayName,
        @Size(min = 3, max = 254) String email) implements ApiRequest {}
