/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.user.UserFilter;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import java.util.List;

/**
 * Which users a bulk route is about.
 *
 * @param mode {@code ids} for those named, {@code filter} for those that a list with these filters shows
 */
record BulkSelection(
        @NotNull @Pattern(regexp = "ids|filter") String mode,
        @Size(max = 5000) List<String> ids,
        @Pattern(regexp = UserStatus.WORDS) String status,
        String search) {

    boolean byIds() {
        return mode.equals("ids");
    }

    /** @throws ApiException 400 without ids */
    List<String> requireIds() {
        if (ids == null) {
            throw ApiException.invalid("selection.ids", FieldFault.REQUIRED, "must not be null");
        }
        return ids.stream().distinct().toList();
    }

    /** @throws ApiException 400 for filters that no list takes */
    UserFilter filter() {
        return Directory.filter(status, search);
    }
}
