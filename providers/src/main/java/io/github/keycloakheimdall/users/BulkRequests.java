/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import io.github.keycloakheimdall.http.LargeBody;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import org.jspecify.annotations.Nullable;

/** The bodies of the bulk routes. */
final class BulkRequests {

    private BulkRequests() {}

    /** @param confirmAllInApp that really every user of the app is meant */
    @LargeBody
    record BulkDelete(
            @NotNull BulkSelection selection, @Nullable Boolean confirmAllInApp) implements ApiRequest {}

    @LargeBody
    record BulkRevokeSessions(@NotNull BulkSelection selection) implements ApiRequest {}

    @LargeBody
    record BulkUpdateRole(
            @NotNull BulkSelection selection,
            @NotNull @Size(max = 255) String roleName) implements ApiRequest {}

    @LargeBody
    record BulkUpdateStatus(
            @NotNull BulkSelection selection,
            @NotNull @Pattern(regexp = UserStatus.WORDS) String status) implements ApiRequest {

        UserStatus wanted() {
            return UserStatus.of(status).orElseThrow();
        }
    }
}
