/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.RolesRepresentation;

/**
 * Writes into the file of a new realm what a copy of an app starts with: settings, roles and permissions, and no
 * secret.
 */
public final class AppCopy {

    private static final List<Toggle> OF_ONE_APP = List.of(Toggle.ENABLED, Toggle.STATUS);

    private final RealmModel realm;
    private final ClientModel client;
    private final List<RoleModel> roles;

    public AppCopy(App app) {
        this.realm = app.realm();
        this.client = app.client();
        this.roles = realm.getRolesStream().filter(AppModel::isAppRole).toList();
    }

    public int roles() {
        return roles.size();
    }

    public int permissions() {
        return Math.toIntExact(client.getRolesStream().count());
    }

    /** How many permissions the roles hold in all. */
    public int rolePermissions() {
        return roles.stream().mapToInt(role -> permissionsOf(role).size()).sum();
    }

    /** @param file of an app that has nothing of its own yet */
    public void writeTo(RealmRepresentation file) {
        Map<String, String> attributes = new HashMap<>(file.getAttributes());
        Stream.of(Toggle.values())
                .filter(toggle -> !OF_ONE_APP.contains(toggle))
                .map(Toggle::attribute)
                .forEach(name -> take(name, attributes));
        take(OwnAttributes.CLEARED_TEMPLATES, attributes);
        // What keeps a source closed that says nothing of it is not in its attributes.
        attributes.put(Toggle.SIGNUP_ENABLED.attribute(), Toggle.SIGNUP_ENABLED.in(realm));
        take(EventRetention.ADMIN_EVENTS, attributes);
        file.setAttributes(attributes);
        writeSettings(file);
        file.setClients(List.of(client()));
        RolesRepresentation all = new RolesRepresentation();
        all.setRealm(roles.stream().map(this::role).toList());
        all.setClient(Map.of(
                AppModel.CLIENT_ID,
                client.getRolesStream().map(AppCopy::permission).toList()));
        file.setRoles(all);
    }

    private void take(String name, Map<String, String> attributes) {
        Optional.ofNullable(realm.getAttribute(name)).ifPresent(value -> attributes.put(name, value));
    }

    /** Those of Keycloak's own settings that rule who gets in, and what is written down of it. */
    private void writeSettings(RealmRepresentation file) {
        file.setSslRequired(realm.getSslRequired().name().toLowerCase(Locale.ROOT));
        file.setRegistrationAllowed(realm.isRegistrationAllowed());
        file.setVerifyEmail(realm.isVerifyEmail());
        file.setLoginWithEmailAllowed(realm.isLoginWithEmailAllowed());
        file.setDuplicateEmailsAllowed(realm.isDuplicateEmailsAllowed());
        file.setPasswordPolicy(realm.getPasswordPolicy().toString());
        file.setBruteForceProtected(realm.isBruteForceProtected());
        file.setFailureFactor(realm.getFailureFactor());
        file.setQuickLoginCheckMilliSeconds(realm.getQuickLoginCheckMilliSeconds());
        file.setEventsEnabled(realm.isEventsEnabled());
        file.setEventsExpiration(realm.getEventsExpiration());
        file.setEnabledEventTypes(realm.getEnabledEventTypesStream().toList());
        file.setAdminEventsEnabled(realm.isAdminEventsEnabled());
    }

    private ClientRepresentation client() {
        ClientRepresentation copy = new ClientRepresentation();
        copy.setClientId(AppModel.CLIENT_ID);
        copy.setName(AppClient.NAME);
        copy.setDescription(AppClient.DESCRIPTION);
        copy.setEnabled(true);
        copy.setPublicClient(true);
        copy.setStandardFlowEnabled(false);
        copy.setImplicitFlowEnabled(false);
        copy.setDirectAccessGrantsEnabled(false);
        copy.setServiceAccountsEnabled(false);
        copy.setFullScopeAllowed(false);
        copy.setWebOrigins(List.copyOf(client.getWebOrigins()));
        copy.setAttributes(Map.of(AppClient.MARK, Boolean.TRUE.toString()));
        return copy;
    }

    private RoleRepresentation role(RoleModel role) {
        RoleRepresentation copy = permission(role);
        RoleRepresentation.Composites parts = new RoleRepresentation.Composites();
        parts.setClient(Map.of(AppModel.CLIENT_ID, List.copyOf(permissionsOf(role))));
        copy.setComposites(parts);
        copy.setComposite(true);
        return copy;
    }

    /** What makes a role the app's, without its times. */
    private static RoleRepresentation permission(RoleModel role) {
        RoleRepresentation copy = new RoleRepresentation();
        copy.setName(role.getName());
        copy.setDescription(role.getDescription());
        copy.setAttributes(Stream.of(AppModel.KIND, AppParts.SEEDED)
                .filter(name -> role.getFirstAttribute(name) != null)
                .collect(Collectors.toMap(name -> name, name -> List.of(role.getFirstAttribute(name)))));
        return copy;
    }

    private Set<String> permissionsOf(RoleModel role) {
        return role.getCompositesStream()
                .filter(part -> AppModel.isPermission(part, client))
                .map(RoleModel::getName)
                .collect(Collectors.toSet());
    }
}
