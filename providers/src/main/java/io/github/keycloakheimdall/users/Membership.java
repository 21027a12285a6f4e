/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a user has a role in the app.
 *
 * @param id the user's id: an account belongs to one app, so it is its membership
 */
record Membership(
        String id,
        String appId,
        String accountId,
        String roleId,
        @Schema(nullable = true) @Nullable Instant joinedAt) implements ApiResponse {}
