/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * A user as lists show them, read without loading the user where Keycloak's database knows all of it.
 *
 * @param federated whether the user belongs to a federation
 * @param createdAt the epoch where Keycloak does not know
 * @param emailVerifiedAt null where Keycloak knows that, but not since when
 * @param roleIds roles given to the user
 * @param groupIds groups that the user belongs to
 * @param sessions how many are live
 * @param lastUsedAt of the session used last, or null
 */
public record UserRow(
        String id,
        boolean federated,
        String username,
        String email,
        boolean emailVerified,
        @Nullable String emailVerifiedAt,
        @Nullable String displayName,
        UserStatus status,
        Instant createdAt,
        List<String> roleIds,
        List<String> groupIds,
        long sessions,
        @Nullable Instant lastUsedAt) {

    /** A user as the user's own store has it. */
    static UserRow of(UserModel user, SessionUse use) {
        return new UserRow(
                user.getId(),
                true,
                user.getUsername(),
                user.getEmail(),
                user.isEmailVerified(),
                user.getFirstAttribute(ProfileAttributes.EMAIL_VERIFIED_AT),
                FullName.unless(
                        user.getFirstAttribute(ProfileAttributes.DISPLAY_NAME),
                        user.getFirstName(),
                        user.getLastName()),
                UserStatus.of(user.isEnabled(), user.getFirstAttribute(ProfileAttributes.STATUS)),
                CreatedAt.of(user),
                user.getRoleMappingsStream().map(RoleModel::getId).toList(),
                user.getGroupsStream().map(GroupModel::getId).toList(),
                use.count(),
                use.lastUsedAt());
    }
}
