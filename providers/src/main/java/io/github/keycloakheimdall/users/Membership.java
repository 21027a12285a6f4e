/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;

/**
 * That a user has a role in the app.
 *
 * @param id the user's id: an account belongs to one app, so it is its membership
 */
record Membership(String id, String appId, String accountId, String roleId, Instant joinedAt) implements ApiResponse {}
