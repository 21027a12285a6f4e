/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import io.github.keycloakheimdall.app.App;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * What a user may do in an app, as it is now: an edit in the console holds from the next request on, on every node. Nothing
 * here asks the database when warm.
 */
public final class AppRoles {

    private AppRoles() {}

    /**
     * The user's app roles and permissions, from roles given to the user or to a group of theirs. Not to be asked after the
     * session edited a role.
     */
    public static RoleGrants of(App app, UserModel user) {
        return of(app, user.getRoleMappingsStream(), user.getGroupsStream());
    }

    /**
     * The app roles and permissions of someone who was given these roles and belongs to these groups. Not to be asked after
     * the session edited a role.
     */
    public static RoleGrants of(App app, Stream<RoleModel> roles, Stream<GroupModel> groups) {
        return Stream.concat(roles, groups.flatMap(AppRoles::ofGroup))
                .map(role -> app.roleMemory().remember(role, () -> of(app, role)))
                .reduce(RoleGrants.NONE, RoleGrants::and);
    }

    /** What a role holds, itself included, as the session sees it. The owner holds every permission, also one that was just added. */
    public static RoleGrants of(App app, RoleModel role) {
        return RoleGrants.expand(role, app.client());
    }

    private static Stream<RoleModel> ofGroup(GroupModel group) {
        Stream<RoleModel> own = group.getRoleMappingsStream();
        return group.getParent() == null ? own : Stream.concat(own, ofGroup(group.getParent()));
    }
}
