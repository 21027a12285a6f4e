/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;

/**
 * Reads the users of a realm from its database in the order of their names, which a unique key of Keycloak's has: a
 * page costs the same wherever it starts. What belongs to the users of a page is read in one query a kind. Those of a
 * user federation are loaded one by one as well, since it alone knows what they are now. Service accounts are no users
 * here, and those whom a federation keeps to itself are found by their ids and by {@link #elsewhere}.
 */
public final class UserRows {

    private static final int FEDERATION = 8;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserQuery query;

    /** Of the session's realm. */
    public UserRows(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.query = new UserQuery(session);
    }

    /** The user of that id. */
    public Optional<UserRow> find(String id) {
        if (StorageId.isLocalStorage(id)) {
            return shown(page(UserFilter.ofId(id), null, 1)).stream().findFirst();
        }
        return Optional.ofNullable(session.users().getUserById(realm, id)).map(this::row);
    }

    /**
     * The next users, to be {@link #shown}.
     *
     * @param after the username to start behind, or null
     */
    public List<UserRow> page(UserFilter filter, @Nullable String after, int limit) {
        List<Object[]> users = query.select(
                List.of(
                        "id",
                        "username",
                        "email",
                        "emailVerified",
                        "enabled",
                        "createdTimestamp",
                        "firstName",
                        "lastName",
                        "federationLink"),
                filter,
                after,
                limit);
        if (users.isEmpty()) {
            return List.of();
        }
        UserParts parts = UserParts.of(
                session, users.stream().map(user -> (String) user[0]).toList());
        return users.stream()
                .map(user -> parts.row(user, user[FEDERATION] != null))
                .toList();
    }

    /**
     * Looks for users in the realm's federations by {@link UserFilter#search}, as Keycloak's console does: what it
     * finds of a federation that imports its users is in the database from then on. Asks nobody where there is no
     * search or no federation.
     *
     * @param most how many are looked at, those of the database first
     * @return those who stay out of the database
     */
    public List<UserRow> elsewhere(UserFilter filter, int most) {
        if (filter.search() == null
                || realm.getStorageProviders(UserStorageProvider.class)
                        .findAny()
                        .isEmpty()) {
            return List.of();
        }
        Map<String, String> pattern = Map.of(
                UserModel.SEARCH,
                '*' + filter.search().replaceAll("[*\"]", "") + '*',
                UserModel.INCLUDE_SERVICE_ACCOUNT,
                Boolean.FALSE.toString());
        // Read to the end: what is imported on the way must be there before the database is asked.
        return session.users().searchForUserStream(realm, pattern, 0, most).toList().stream()
                .filter(user -> !StorageId.isLocalStorage(user.getId()))
                .map(this::row)
                .toList();
    }

    /** The rows as the users' federations have them now; those are left out that a federation has no more. */
    public List<UserRow> shown(List<UserRow> rows) {
        return rows.stream()
                .map(row -> row.federated() ? current(row) : row)
                .filter(Objects::nonNull)
                .toList();
    }

    private UserRow row(UserModel user) {
        SessionUse use =
                SessionUse.of(session, realm, List.of(user.getId())).getOrDefault(user.getId(), SessionUse.NONE);
        return UserRow.of(user, use);
    }

    private @Nullable UserRow current(UserRow row) {
        UserModel user = session.users().getUserById(realm, row.id());
        if (user == null) {
            return null;
        }
        // A directory that is away changes nothing about what was last known of its users.
        return UserStore.isAway(user) ? row : UserRow.of(user, new SessionUse(row.sessions(), row.lastUsedAt()));
    }

    /** Like {@link #page}, ids and usernames only. */
    public List<UserName> names(UserFilter filter, @Nullable String after, int limit) {
        return query.select(List.of("id", "username"), filter, after, limit).stream()
                .map(user -> new UserName((String) user[0], (String) user[1]))
                .toList();
    }

    /** What names a user. */
    public record UserName(String id, String username) {}
}
