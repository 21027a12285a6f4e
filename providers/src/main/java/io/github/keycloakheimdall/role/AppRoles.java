/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.role;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.keycloakheimdall.app.App;
import java.time.Duration;
import java.util.stream.Stream;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * What a user may do in an app. What a role holds is remembered for 60 seconds on each node, so that an edit in the
 * console shows within a minute everywhere; which roles a user has is always current.
 */
public final class AppRoles {

    private record Key(String realmId, String roleId) {}

    private static final Cache<Key, RoleGrants> BY_ROLE = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    private AppRoles() {}

    /** The user's app roles and permissions, from roles given to the user or to a group of theirs. */
    public static RoleGrants of(App app, UserModel user) {
        return of(app, user.getRoleMappingsStream(), user.getGroupsStream());
    }

    /** The app roles and permissions of someone who was given these roles and belongs to these groups. */
    public static RoleGrants of(App app, Stream<RoleModel> roles, Stream<GroupModel> groups) {
        return Stream.concat(roles, groups.flatMap(AppRoles::ofGroup))
                .map(role -> of(app, role))
                .reduce(RoleGrants.NONE, RoleGrants::and);
    }

    /** What a role holds now, itself included. The owner holds every permission, also one that was just added. */
    public static RoleGrants ofRole(App app, RoleModel role) {
        return RoleGrants.expand(role, app.client());
    }

    /** What a role holds, remembered. */
    public static RoleGrants of(App app, RoleModel role) {
        return BY_ROLE.get(new Key(app.id(), role.getId()), key -> RoleGrants.expand(role, app.client()));
    }

    /** Forgets what this node remembers of the app's roles; to be called after this API changed one. */
    public static void changed(App app) {
        BY_ROLE.asMap().keySet().removeIf(key -> key.realmId().equals(app.id()));
    }

    /** Forgets it once the session's transaction is committed: what is read until then is still the old state. */
    public static void changed(KeycloakSession session, App app) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                changed(app);
            }

            @Override
            protected void rollbackImpl() {
                changed(app);
            }
        });
    }

    private static Stream<RoleModel> ofGroup(GroupModel group) {
        Stream<RoleModel> own = group.getRoleMappingsStream();
        return group.getParent() == null ? own : Stream.concat(own, ofGroup(group.getParent()));
    }
}
