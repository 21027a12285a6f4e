/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.organization;

import static io.github.keycloakheimdall.keycloak.organization.OrganizationEvents.ORGANIZATIONS;

import io.github.keycloakheimdall.keycloak.event.AdminTrail;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Tells Keycloak's admin events who came into organizations, left them, and which roles they have there. */
public final class MembershipEvents {

    private static final String MEMBERS = "members";
    /** Keycloak's own word since 26.6, and here before that too. */
    private static final String GROUP_MEMBERSHIP = "ORGANIZATION_GROUP_MEMBERSHIP";

    private static final String ROLE = "role_name";
    private static final String PREVIOUS_ROLE = "previous_role_name";

    private final KeycloakSession session;
    private final AdminTrail trail;

    /** @param admin in whose name it is recorded */
    public MembershipEvents(KeycloakSession session, AdminAuth admin) {
        this.session = session;
        this.trail = new AdminTrail(session, admin);
    }

    /** An account that was made to become a member. */
    public void accountMade(UserModel user) {
        trail.event(OperationType.CREATE, "users", user.getId())
                .resource(ResourceType.USER)
                .success();
    }

    /**
     * The user is a member now.
     *
     * @param role that they have
     */
    public void joined(OrganizationModel organization, UserModel user, String role) {
        List<HeldRole> given = HeldRole.of(session, organization, user, role);
        EventNote note = EventNote.NONE.with(ROLE, HeldRole.names(given));
        membership(note, OperationType.CREATE, organization, user);
        given.forEach(held -> role(EventNote.toldByAnother(), OperationType.CREATE, organization, held, user));
    }

    /** The user is no member any more. */
    public void left(OrganizationModel organization, UserModel user) {
        membership(EventNote.NONE, OperationType.DELETE, organization, user, user.getId());
    }

    /**
     * Does what moves a member from a role to another, and records each.
     *
     * @param role that they have when it is asked for
     */
    public <T> T moving(OrganizationModel organization, UserModel user, Supplier<String> role, Supplier<T> move) {
        List<HeldRole> before = HeldRole.of(session, organization, user, role.get());
        T moved = move.get();
        List<HeldRole> after = HeldRole.of(session, organization, user, role.get());
        List<HeldRole> taken =
                before.stream().filter(held -> !after.contains(held)).toList();
        List<HeldRole> given =
                after.stream().filter(held -> !before.contains(held)).toList();
        EventNote whole =
                EventNote.NONE.with(PREVIOUS_ROLE, HeldRole.names(taken)).with(ROLE, HeldRole.names(given));
        EventNote half = given.isEmpty() ? whole : EventNote.toldByAnother();
        taken.forEach(held -> role(half, OperationType.DELETE, organization, held, user));
        given.forEach(held -> role(whole, OperationType.CREATE, organization, held, user));
        return moved;
    }

    private void membership(
            EventNote note, OperationType operation, OrganizationModel organization, UserModel user, String... below) {
        String[] path = Stream.concat(Stream.of(ORGANIZATIONS, organization.getId(), MEMBERS), Stream.of(below))
                .toArray(String[]::new);
        named(note, trail.event(operation, path).resource(ResourceType.ORGANIZATION_MEMBERSHIP), user)
                .representation(ModelToRepresentation.toRepresentation(organization))
                .success();
    }

    private void role(
            EventNote note, OperationType operation, OrganizationModel organization, HeldRole held, UserModel user) {
        if (held.group() == null) {
            String[] path = {ORGANIZATIONS, organization.getId(), MEMBERS, user.getId()};
            named(note, trail.event(operation, path).resource(GROUP_MEMBERSHIP), user)
                    .success();
            return;
        }
        String[] path = {
            ORGANIZATIONS, organization.getId(), "groups", held.group().getId(), MEMBERS, user.getId()
        };
        named(note, trail.event(operation, path).resource(GROUP_MEMBERSHIP), user)
                .representation(ModelToRepresentation.groupToBriefRepresentation(held.group()))
                .success();
    }

    private static AdminEventBuilder named(EventNote note, AdminEventBuilder event, UserModel user) {
        note.with("account_id", user.getId()).details().forEach(event::detail);
        return event.detail(UserModel.USERNAME, user.getUsername()).detail(UserModel.EMAIL, user.getEmail());
    }
}
