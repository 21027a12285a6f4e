/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.me;

import io.github.keycloakheimdall.http.ApiResponse;
import java.util.Collection;

/**
 * What the signed-in user may do.
 *
 * @param orgRole the role in the tenant that the bearer is for, or null
 * @param permissions sorted by name
 */
record MePermissions(String role, String orgRole, Collection<String> permissions) implements ApiResponse {}
