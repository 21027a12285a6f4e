/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.user.UserImport.Question;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * Whom somebody looks for.
 *
 * @param question by which a store finds them
 * @param meant whether it is them, since a store may take more for equal than is meant
 */
record Sought(Question question, Predicate<UserModel> meant) {

    /** In any case. */
    static Sought named(String username) {
        return new Sought(
                (users, realm) -> Stream.ofNullable(users.getUserByUsername(realm, username)),
                user -> username.equalsIgnoreCase(user.getUsername()));
    }

    /** Verified or not; one of them, where several have it. */
    static Sought withEmail(String email) {
        return new Sought((users, realm) -> Stream.ofNullable(users.getUserByEmail(realm, email)), hasEmail(email));
    }

    static Sought everyWithEmail(String email) {
        return new Sought(
                (users, realm) ->
                        users.searchForUserStream(realm, Map.of(UserModel.EMAIL, email, UserModel.EXACT, "true")),
                hasEmail(email));
    }

    private static Predicate<UserModel> hasEmail(String email) {
        return user -> email.equalsIgnoreCase(user.getEmail());
    }
}
