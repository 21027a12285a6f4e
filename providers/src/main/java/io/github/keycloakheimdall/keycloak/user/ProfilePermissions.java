/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.userprofile.UserProfileProvider;

/** What the realm's user profile lets users see and change of their own. */
public final class ProfilePermissions {

    private static final String OWNER = "user";

    private ProfilePermissions() {}

    /**
     * Whether users see that attribute of their own. Keycloak copies the whole profile to tell, so the realm remembers
     * it.
     */
    public static boolean ownerMaySee(KeycloakSession session, String attribute) {
        return RealmMemory.remember(session.getContext().getRealm(), new SeenByOwner(attribute), () -> {
            UPAttribute declared = declared(session, attribute);
            UPAttributePermissions permissions = declared == null ? null : declared.getPermissions();
            return permissions == null
                    || permissions.getView().contains(OWNER)
                    || permissions.getEdit().contains(OWNER);
        });
    }

    private record SeenByOwner(String attribute) {}

    /**
     * Whether users may change their own email as far as the profile's permissions say. Keycloak's pages ask for more,
     * such as a mail to the new address; here the address is verified before.
     */
    public static boolean ownersMayChangeEmail(KeycloakSession session) {
        UPAttribute declared = declared(session, UserModel.EMAIL);
        UPAttributePermissions permissions = declared == null ? null : declared.getPermissions();
        return permissions == null || permissions.getEdit().contains(OWNER);
    }

    private static UPAttribute declared(KeycloakSession session, String attribute) {
        return session.getProvider(UserProfileProvider.class).getConfiguration().getAttribute(attribute);
    }
}
