/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which users of a realm are meant.
 *
 * @param id the one user, or null
 * @param status or null for any
 * @param search a part of the username, the email or the display name in any case, or null
 */
public record UserFilter(
        @Nullable String id,
        @Nullable UserStatus status,
        @Nullable String search) {

    /** One user. */
    public static UserFilter ofId(String id) {
        return new UserFilter(id, null, null);
    }

    /** Whether every user is meant. */
    public boolean all() {
        return id == null && status == null && search == null;
    }

    /** What is searched as a pattern of SQL's LIKE with a backslash as its escape. */
    static String pattern(String searched) {
        String escaped = searched.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return '%' + escaped + '%';
    }
}
