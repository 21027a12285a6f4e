/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.Size;

record UpdateRoleRequest(@Size(max = 255) String description) implements ApiRequest {}
