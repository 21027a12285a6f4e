/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * What a user may do in an app, as it is now: an edit in the console holds from the next request on, on every node.
 * Nothing here asks the database when warm.
 */
public final class AppRoles {

    private static final int MAX_NAME = 255;

    private AppRoles() {}

    /**
     * The user's app roles and permissions, from roles given to the user or to a group of theirs. Not to be asked after
     * the session edited a role.
     */
    public static RoleGrants of(App app, UserModel user) {
        return of(app, user.getRoleMappingsStream(), user.getGroupsStream());
    }

    /**
     * The app roles and permissions of someone who was given these roles and belongs to these groups. Whoever has no
     * app role by them, such as an account from before the realm was an app, counts as a member, which gives nothing
     * outside of this API. Not to be asked after the session edited a role.
     */
    public static RoleGrants of(App app, Stream<RoleModel> roles, Stream<GroupModel> groups) {
        RoleGrants given = given(app, roles, groups);
        return given.names().isEmpty() ? given.and(ofMembers(app)) : given;
    }

    /**
     * Whether another role would go on naming the user if they were given this one in place of those of their own: one
     * that a group gives, or a role that is none of the app's.
     */
    public static boolean outranked(App app, UserModel user, RoleModel role) {
        Stream<RoleModel> others = user.getRoleMappingsStream().filter(held -> !AppModel.isAppRole(held));
        RoleGrants wanted = of(app, role);
        return !Objects.equals(
                given(app, others, user.getGroupsStream()).and(wanted).role(), wanted.role());
    }

    /**
     * What a role holds, itself included, as the session sees it. The owner holds every permission, also one that was
     * just added.
     */
    public static RoleGrants of(App app, RoleModel role) {
        return RoleGrants.expand(role, app.client());
    }

    /** The app's role of that name, written in any case. */
    public static Optional<RoleModel> named(App app, String name) {
        return named(app.realm(), name);
    }

    /** The same of a realm that may not be an app yet. */
    public static Optional<RoleModel> named(RealmModel realm, String name) {
        if (name.length() > MAX_NAME || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(realm::getRole)
                .filter(role -> role != null && AppModel.isAppRole(role))
                .findFirst();
    }

    /**
     * The same, if it may be the role of newcomers: anyone signs up, so nobody becomes an admin of Keycloak by that.
     */
    public static Optional<RoleModel> ofNewcomers(RealmModel realm, String name) {
        return named(realm, name).filter(role -> !RoleGrants.administers(role));
    }

    /**
     * The app's role that a body's {@code role_name} names.
     *
     * @throws ApiException 400 when the app has none of that name
     */
    public static RoleModel require(App app, String name) {
        return require(app, "role_name", name);
    }

    /**
     * The app's role that another field of a body names.
     *
     * @throws ApiException 400 when the app has none of that name
     */
    public static RoleModel require(App app, String field, String name) {
        return named(app, name)
                .orElseThrow(() -> ApiException.invalid(field, FieldFault.UNKNOWN, "is not a role of this app"));
    }

    private static RoleGrants given(App app, Stream<RoleModel> roles, Stream<GroupModel> groups) {
        return Stream.concat(roles, groups.flatMap(AppRoles::ofGroup))
                .map(role -> remembered(app, role))
                .reduce(RoleGrants.NONE, RoleGrants::and);
    }

    private static RoleGrants ofMembers(App app) {
        return named(app, SystemRole.MEMBER.roleName())
                .map(role -> remembered(app, role).inApp())
                .orElse(RoleGrants.NONE);
    }

    private static RoleGrants remembered(App app, RoleModel role) {
        return app.roleMemory().remember(role, () -> of(app, role));
    }

    private static Stream<RoleModel> ofGroup(GroupModel group) {
        Stream<RoleModel> own = group.getRoleMappingsStream();
        return group.getParent() == null ? own : Stream.concat(own, ofGroup(group.getParent()));
    }
}
