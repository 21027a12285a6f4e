/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;

/**
 * A role that a member of an organization has there.
 *
 * @param group which stands for it and is named like it; null where Keycloak has no groups of organizations
 */
record HeldRole(String name, @Nullable GroupModel group) {

    /** @param role that the member is known to have; may be null */
    static List<HeldRole> of(
            KeycloakSession session, OrganizationModel organization, UserModel user, @Nullable String role) {
        return Feature.ORGANIZATION_GROUPS.isThere()
                ? OrganizationGroups.of(session, organization, user)
                        .map(group -> new HeldRole(group.getName(), group))
                        .toList()
                : Stream.ofNullable(role).map(name -> new HeldRole(name, null)).toList();
    }

    static String names(List<HeldRole> roles) {
        return roles.stream().map(HeldRole::name).sorted().collect(Collectors.joining(" "));
    }
}
