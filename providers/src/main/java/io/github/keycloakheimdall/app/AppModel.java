/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RoleUtils;

/** The names under which an app's parts are found in Keycloak's model. */
public final class AppModel {

    /** The client that stands for the API: its roles are the permissions, its web origins the CORS allow-list. */
    public static final String CLIENT_ID = "heimdall";

    /** The user attribute that holds the display name. */
    public static final String DISPLAY_NAME = "displayName";

    /** The user attribute that holds when the primary email was first seen verified, ISO 8601. */
    public static final String EMAIL_VERIFIED_AT = "emailVerifiedAt";

    /** The role attribute that makes a realm role an app role and a client role a permission. */
    static final String KIND = "heimdall.role";

    static final String SYSTEM = "system";
    static final String CUSTOM = "custom";

    private AppModel() {}

    /** Whether the realm opted in. The administration realm never is an app. */
    public static boolean isApp(RealmModel realm) {
        return new RealmAttributes(realm).flag(Toggle.ENABLED) && !AdminRealm.is(realm);
    }

    /** Whether a realm role is one of the app's roles. */
    public static boolean isAppRole(RoleModel role) {
        String kind = role.getFirstAttribute(KIND);
        return !role.isClientRole() && (SYSTEM.equals(kind) || CUSTOM.equals(kind));
    }

    /** Whether the realm has a role of that name which is one of the app's roles. */
    public static boolean isAppRole(RealmModel realm, String name) {
        RoleModel role = realm.getRole(name);
        return role != null && isAppRole(role);
    }

    /** Whether a realm role is one of those that every app starts with. */
    public static boolean isSystemRole(RoleModel role) {
        return isAppRole(role) && isSystemName(role.getName());
    }

    /** The value of the attribute {@code heimdall.role} that a role of that name has. */
    public static String kindOf(String name) {
        return isSystemName(name) ? SYSTEM : CUSTOM;
    }

    /** Makes a new realm role an app role, or a new client role a permission. */
    public static void markCustom(RoleModel role) {
        role.setSingleAttribute(KIND, CUSTOM);
        RoleTimes.created(role);
    }

    /**
     * What a role holds besides the app's roles and permissions, itself included: roles of Keycloak's and of other
     * clients.
     *
     * @param client the app's
     */
    public static Stream<RoleModel> foreignParts(RoleModel role, ClientModel client) {
        return RoleUtils.expandCompositeRoles(Set.of(role)).stream()
                .filter(part -> !isAppRole(part) && !isPermission(part, client));
    }

    /** Whether a role is a permission of the app, that is a role of its client. */
    public static boolean isPermission(RoleModel role, ClientModel client) {
        return role.isClientRole() && role.getContainerId().equals(client.getId());
    }

    private static boolean isSystemName(String name) {
        return Arrays.stream(SystemRole.values())
                .anyMatch(system -> system.roleName().equals(name));
    }
}
