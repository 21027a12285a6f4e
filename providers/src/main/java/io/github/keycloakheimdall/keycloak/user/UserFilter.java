/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.Locale;

/**
 * Which users of a realm are meant.
 *
 * @param id the one user, or null
 * @param status or null for any
 * @param search a part of the username, the email or the display name in any case, or null
 */
public record UserFilter(String id, UserStatus status, String search) {

    /** One user. */
    public static UserFilter ofId(String id) {
        return new UserFilter(id, null, null);
    }

    /** Whether every user is meant. */
    public boolean all() {
        return id == null && status == null && search == null;
    }

    /** The search as a pattern of SQL's LIKE with a backslash as its escape. */
    String pattern() {
        String escaped = search.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return '%' + escaped + '%';
    }
}
