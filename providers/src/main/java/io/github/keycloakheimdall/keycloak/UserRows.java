/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Reads the users of a realm from its database in the order of their names, which a unique key of Keycloak's has: a page
 * costs the same wherever it starts. What belongs to the users of a page is read in one query a kind. Service accounts
 * are no users here, nor are those that a federation keeps to itself.
 */
public final class UserRows {

    private final KeycloakSession session;
    private final UserQuery query;

    /** Of the session's realm. */
    public UserRows(KeycloakSession session) {
        this.session = session;
        this.query = new UserQuery(session);
    }

    /** The user of that id. */
    public Optional<UserRow> find(String id) {
        return page(UserFilter.ofId(id), null, 1).stream().findFirst();
    }

    /**
     * The next users.
     *
     * @param after the username to start behind, or null
     */
    public List<UserRow> page(UserFilter filter, String after, int limit) {
        List<Object[]> users = query.select(
                List.of("id", "username", "email", "emailVerified", "enabled", "createdTimestamp"),
                filter,
                after,
                limit);
        if (users.isEmpty()) {
            return List.of();
        }
        UserParts parts = UserParts.of(
                session, users.stream().map(user -> (String) user[0]).toList());
        return users.stream().map(parts::row).toList();
    }

    /** Like {@link #page}, ids and usernames only. */
    public List<UserName> names(UserFilter filter, String after, int limit) {
        return query.select(List.of("id", "username"), filter, after, limit).stream()
                .map(user -> new UserName((String) user[0], (String) user[1]))
                .toList();
    }

    /** What names a user. */
    public record UserName(String id, String username) {}
}
