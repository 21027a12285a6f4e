/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.user.StoredUser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.models.UserModel;

/** What payloads say of a user. */
final class UserData {

    private UserData() {}

    /** A new map, which more may be put into. */
    static Map<String, String> of(UserModel user) {
        return of(user.getId(), user.getUsername(), user.getEmail());
    }

    /** The same. */
    static Map<String, String> of(StoredUser user) {
        return of(user.id(), user.username(), user.email());
    }

    private static Map<String, String> of(String id, String username, String email) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("account_id", id);
        data.put("username", username);
        data.put("email", email);
        return data;
    }
}
