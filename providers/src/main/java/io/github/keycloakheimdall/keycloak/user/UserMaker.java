/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.utils.StringUtil;

/** Makes users by what the realm's user profile lets admins say of users. */
public final class UserMaker {

    private final KeycloakSession session;

    public UserMaker(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Makes a user, where the realm has it so also in a directory, which forgets the user again if the request is
     * rolled back. Keycloak's own way to do it keeps a user to itself whom it could not finish.
     *
     * @throws ValidationException for what the profile refuses, before anything is made
     * @throws ModelDuplicateException when the username or the email is taken
     */
    public UserModel make(Map<String, List<String>> attributes) {
        UserProfile profile =
                session.getProvider(UserProfileProvider.class).create(UserProfileContext.USER_API, attributes);
        profile.validate();
        UserModel user = session.users()
                .addUser(
                        session.getContext().getRealm(), profile.getAttributes().getFirst(UserModel.USERNAME));
        DirectoryEntry.undoAtRollback(session, user);
        new TreeMap<>(profile.getAttributes().getWritable()).forEach((name, given) -> {
            List<String> values = given.stream().filter(StringUtil::isNotBlank).toList();
            if (!values.isEmpty()
                    && !values.equals(user.getAttributeStream(name).toList())) {
                user.setAttribute(name, new ArrayList<>(values));
            }
        });
        return user;
    }

    /**
     * To be called when all is said of a user that was made.
     *
     * @throws ApiException 409 {@code ACCOUNT_MANAGED_ELSEWHERE} when a directory asks for more
     */
    public void finish(UserModel made) {
        if (DirectoryEntry.isOutstanding(session, made)) {
            throw ApiException.conflict(
                    "The directory asks for more of an account than this API knows", "ACCOUNT_MANAGED_ELSEWHERE");
        }
    }
}
