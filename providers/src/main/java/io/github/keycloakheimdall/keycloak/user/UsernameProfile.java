/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** What the realm's user profile says of a username: its length, its characters, and whether it is taken. */
public final class UsernameProfile {

    private final KeycloakSession session;

    public UsernameProfile(KeycloakSession session) {
        this.session = session;
    }

    /** Whether a new account may have the name. */
    public boolean allows(String username) {
        UserLookup lookup = new UserLookup(session, session.getContext().getRealm());
        lookup.dropGone(username);
        lookup.takeIn(username, null);
        try {
            session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.USER_API, Map.of(UserModel.USERNAME, List.of(username)))
                    .validate();
            return true;
        } catch (ValidationException refused) {
            return refused.getErrors().stream().noneMatch(error -> UserModel.USERNAME.equals(error.getAttribute()));
        }
    }
}
