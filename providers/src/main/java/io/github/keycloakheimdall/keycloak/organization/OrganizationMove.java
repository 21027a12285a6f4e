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

    /** The attribute of a session in which members get groups for roles that they have already. */
    private static final String NO_NEWS = OrganizationMove.class.getName() + ".noNews";

    /** Has nothing heard of the moves that are made in the session from now on. */
    static void keepQuiet(KeycloakSession session) {
        session.setAttribute(NO_NEWS, true);
    }

    /** The group's name. */
    public String group() {
        return of.getName();
    }

    /** The organization, which is looked up; null where it is gone. */
    public @Nullable OrganizationModel organization() {
        return of.getOrganization();
    }

    /** What the event says, if it is of such a group and news. */
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
        return group.getType() == GroupModel.Type.ORGANIZATION && session.getAttribute(NO_NEWS) == null
                ? Optional.of(new OrganizationMove(session, group, user, joined))
                : Optional.empty();
    }
}
