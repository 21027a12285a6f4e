/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/** Someone who came into a group inside an organization, or left one. */
@Needs(Feature.ORGANIZATION_GROUPS)
public record OrganizationMove(KeycloakSession session, GroupModel of, UserModel user, boolean joined) {

    /** The group's name. */
    public String group() {
        return of.getName();
    }

    /** The organization, which is looked up; null where it is gone. */
    public @Nullable OrganizationModel organization() {
        return of.getOrganization();
    }

    /** What the event says, if it is of such a group. */
    public static Optional<OrganizationMove> of(ProviderEvent event) {
        if (event instanceof GroupModel.GroupMemberJoinEvent join) {
            return of(join.getKeycloakSession(), join.getGroup(), join.getUser(), true);
        }
        if (event instanceof GroupModel.GroupMemberLeaveEvent leave) {
            return of(leave.getKeycloakSession(), leave.getGroup(), leave.getUser(), false);
        }
        return Optional.empty();
    }

    private static Optional<OrganizationMove> of(
            KeycloakSession session, GroupModel group, UserModel user, boolean joined) {
        return group.getType() == GroupModel.Type.ORGANIZATION
                ? Optional.of(new OrganizationMove(session, group, user, joined))
                : Optional.empty();
    }
}
