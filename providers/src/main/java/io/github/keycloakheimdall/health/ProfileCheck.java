/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Whether somebody who brings what the API's bodies have may register. */
public final class ProfileCheck implements Check {

    private static final Map<String, List<String>> NEWCOMER = Map.of(
            UserModel.USERNAME, List.of("newcomer"),
            UserModel.EMAIL, List.of("newcomer@example.com"),
            AppModel.DISPLAY_NAME, List.of("Newcomer"));

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        Set<String> missing = new ProfileDemands(session).requiredBeyond(NEWCOMER);
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "profile_requires_more",
                        "The realm's user profile requires what no call of this API brings, so nobody can sign up or"
                                + " accept an invite: " + String.join(", ", missing) + ".",
                        "Make those attributes optional in the realm's user profile."));
    }
}
