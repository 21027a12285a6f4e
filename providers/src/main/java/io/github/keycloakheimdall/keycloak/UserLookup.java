/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import io.github.keycloakheimdall.keycloak.UserImport.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * Finds users by what someone says of them. Whom Keycloak meets in a directory for the first time, it takes into its
 * database and its cache in the middle of a lookup. A request that is refused afterwards takes the row back, but not what
 * the cache remembers, and that keeps the person out everywhere. So the row is committed here before the request goes on,
 * as it is when someone fails at Keycloak's own login page, and nothing is cached before.
 */
public final class UserLookup {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserImport imports;

    public UserLookup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.imports = new UserImport(session, realm);
    }

    /** The user of that name in any case; null if there is none. */
    public UserModel byUsername(String username) {
        return find(
                (users, where) -> Stream.ofNullable(users.getUserByUsername(where, username)),
                user -> username.equalsIgnoreCase(user.getUsername()));
    }

    /** The user with that email, verified or not; null if there is none. For realms where no two have one email. */
    public UserModel byEmail(String email) {
        return find(
                (users, where) -> Stream.ofNullable(users.getUserByEmail(where, email)),
                user -> email.equalsIgnoreCase(user.getEmail()));
    }

    /** All who have that email, verified or not, which is asked anew each time. */
    public Stream<UserModel> allByEmail(String email) {
        Question question = (users, where) ->
                users.searchForUserStream(where, Map.of(UserModel.EMAIL, email, UserModel.EXACT, "true"));
        return imports.happens()
                ? Stream.concat(stored(question).stream(), imports.of(question).stream())
                        .distinct()
                        .flatMap(id -> known(id, user -> email.equalsIgnoreCase(user.getEmail())))
                : question.ask(session.users(), realm);
    }

    /**
     * Takes in whom a directory has under that name or email, before Keycloak's checks of a profile look for them.
     *
     * @param username may be null
     * @param email may be null
     */
    public void takeIn(String username, String email) {
        if (!imports.happens()) {
            return;
        }
        if (username != null) {
            byUsername(username);
        }
        if (email != null && !realm.isDuplicateEmailsAllowed()) {
            byEmail(email);
        }
        if (email != null && realm.isRegistrationEmailAsUsername() && !email.equals(username)) {
            byUsername(email);
        }
    }

    private UserModel find(Question question, Predicate<UserModel> meant) {
        if (!imports.happens()) {
            return question.ask(session.users(), realm).findFirst().orElse(null);
        }
        return first(stored(question), meant)
                .or(() -> first(imports.of(question), meant))
                .orElse(null);
    }

    /** By the database and not the cache, which may remember an import that Keycloak itself never committed. */
    private List<String> stored(Question question) {
        return question.ask(UserStoragePrivateUtil.userLocalStorage(session), realm)
                .map(UserModel::getId)
                .toList();
    }

    private Optional<UserModel> first(List<String> ids, Predicate<UserModel> meant) {
        return ids.stream().flatMap(id -> known(id, meant)).findFirst();
    }

    private Stream<UserModel> known(String id, Predicate<UserModel> meant) {
        return Stream.ofNullable(session.users().getUserById(realm, id)).filter(meant);
    }
}
