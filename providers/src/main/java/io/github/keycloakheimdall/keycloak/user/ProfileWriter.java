/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.user.ProfileDemands.Objection;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/** Who writes an attribute of a user: the realm's user profile may let one do what it keeps from the other. */
public enum ProfileWriter {
    OWNER(UserProfileContext.ACCOUNT),
    ADMIN(UserProfileContext.USER_API);

    private final UserProfileContext context;

    ProfileWriter(UserProfileContext context) {
        this.context = context;
    }

    /** Whether they may write that attribute of the user. */
    public boolean mayWrite(KeycloakSession session, UserModel user, String attribute) {
        return !session.getProvider(UserProfileProvider.class)
                .create(context, user)
                .getAttributes()
                .isReadOnly(attribute);
    }

    /** Whether that value of the user's attribute is within its validations, when they write it. */
    public boolean accepts(KeycloakSession session, UserModel user, String attribute, String value) {
        return objections(session, user, attribute, value).isEmpty();
    }

    /** What stands against that value of the user's attribute, when they write it. */
    public List<Objection> objections(KeycloakSession session, UserModel user, String attribute, String value) {
        return ProfileDemands.objections(
                session.getProvider(UserProfileProvider.class)
                        .create(context, Map.of(attribute, List.of(value)), user)
                        .getAttributes(),
                attribute);
    }
}
