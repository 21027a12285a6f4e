/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/** Tells Keycloak's admin events what this API changed of organizations, as Keycloak's own Organizations REST would. */
public final class OrganizationEvents {

    private static final String ORGANIZATIONS = "organizations";
    private static final String MEMBERS = "members";
    private static final String ROLE = "role_name";
    private static final String PREVIOUS_ROLE = "previous_role_name";

    private final KeycloakSession session;
    private final AdminAuth admin;

    /** @param admin in whose name it is recorded */
    public OrganizationEvents(KeycloakSession session, AdminAuth admin) {
        this.session = session;
        this.admin = admin;
    }

    /**
     * A backend with an API key. It is no user of Keycloak's, so its events carry the key's id in place of a user's.
     *
     * @param client which the backend calls
     */
    public static AdminAuth backend(KeycloakSession session, RealmModel realm, ClientModel client, String keyId) {
        return new AdminAuth(realm, null, new InMemoryUserAdapter(session, realm, keyId), client);
    }

    public void created(OrganizationModel organization) {
        about(organization, OperationType.CREATE);
    }

    public void updated(OrganizationModel organization) {
        about(organization, OperationType.UPDATE);
    }

    public void deleted(String organizationId) {
        builder(OperationType.DELETE, ResourceType.ORGANIZATION, ORGANIZATIONS, organizationId)
                .success();
    }

    /** An account that was made to become a member. */
    public void accountMade(UserModel user) {
        builder(OperationType.CREATE, ResourceType.USER, "users", user.getId()).success();
    }

    /** The user is a member now. */
    public void joined(OrganizationModel organization, UserModel user) {
        List<GroupModel> given = groups(organization, user).toList();
        EventNote note = EventNote.NONE.with(ROLE, names(given));
        membership(note, OperationType.CREATE, organization, user);
        given.forEach(group -> group(EventNote.toldByAnother(), OperationType.CREATE, organization, group, user));
    }

    /** The user is no member any more. */
    public void left(OrganizationModel organization, UserModel user) {
        membership(EventNote.NONE, OperationType.DELETE, organization, user, user.getId());
    }

    /** Does what moves a member from some groups of the organization to others, and records each group. */
    public <T> T moving(OrganizationModel organization, UserModel user, Supplier<T> move) {
        List<GroupModel> before = groups(organization, user).toList();
        T moved = move.get();
        List<GroupModel> after = groups(organization, user).toList();
        List<GroupModel> taken =
                before.stream().filter(group -> !after.contains(group)).toList();
        List<GroupModel> given =
                after.stream().filter(group -> !before.contains(group)).toList();
        EventNote whole = EventNote.NONE.with(PREVIOUS_ROLE, names(taken)).with(ROLE, names(given));
        EventNote half = given.isEmpty() ? whole : EventNote.toldByAnother();
        taken.forEach(group -> group(half, OperationType.DELETE, organization, group, user));
        given.forEach(group -> group(whole, OperationType.CREATE, organization, group, user));
        return moved;
    }

    /** Groups of an organization are named like the roles that they stand for. */
    private static String names(List<GroupModel> groups) {
        return groups.stream().map(GroupModel::getName).sorted().collect(Collectors.joining(" "));
    }

    private void about(OrganizationModel organization, OperationType operation) {
        builder(operation, ResourceType.ORGANIZATION, ORGANIZATIONS, organization.getId())
                .representation(ModelToRepresentation.toRepresentation(organization))
                .success();
    }

    private void membership(
            EventNote note, OperationType operation, OrganizationModel organization, UserModel user, String... below) {
        String[] path = Stream.concat(Stream.of(ORGANIZATIONS, organization.getId(), MEMBERS), Stream.of(below))
                .toArray(String[]::new);
        named(note, builder(operation, ResourceType.ORGANIZATION_MEMBERSHIP, path), user)
                .representation(ModelToRepresentation.toRepresentation(organization))
                .success();
    }

    private void group(
            EventNote note, OperationType operation, OrganizationModel organization, GroupModel group, UserModel user) {
        String[] path = {ORGANIZATIONS, organization.getId(), "groups", group.getId(), MEMBERS, user.getId()};
        named(note, builder(operation, ResourceType.ORGANIZATION_GROUP_MEMBERSHIP, path), user)
                .representation(ModelToRepresentation.groupToBriefRepresentation(group))
                .success();
    }

    private static AdminEventBuilder named(EventNote note, AdminEventBuilder event, UserModel user) {
        note.with("account_id", user.getId()).details().forEach(event::detail);
        return event.detail(UserModel.USERNAME, user.getUsername()).detail(UserModel.EMAIL, user.getEmail());
    }

    private Stream<GroupModel> groups(OrganizationModel organization, UserModel user) {
        return session.getProvider(OrganizationProvider.class).getOrganizationGroupsByMember(organization, user);
    }

    private AdminEventBuilder builder(OperationType operation, ResourceType resource, String... path) {
        return new AdminEventBuilder(
                        session.getContext().getRealm(),
                        admin,
                        session,
                        session.getContext().getConnection())
                .operation(operation)
                .resource(resource)
                .resourcePath(path);
    }
}
