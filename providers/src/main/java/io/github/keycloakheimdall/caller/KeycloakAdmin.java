/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.key.KeyPermissions;
import io.github.keycloakheimdall.keycloak.admin.AdminRights;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * An admin of Keycloak, known by an access token of the administration realm or of the app's own realm. May do here to
 * an object what Keycloak's own admin API lets the same token do to it.
 *
 * @param rights what Keycloak lets the admin do in the app's realm
 */
public record KeycloakAdmin(App app, AdminAuth recordedAs, AdminRights rights) implements Caller {

    @Override
    public String id() {
        return recordedAs.getUser().getId();
    }

    /** The app's permissions bind its users; an admin's roles were asked for by the gate. */
    @Override
    public boolean may(String permission) {
        return true;
    }

    /** Whether the admin may make a key with that permission: a key does not exceed its maker. */
    public boolean mayHandOut(String permission) {
        return KeyPermissions.adminRoles(permission).stream().allMatch(rights::has);
    }

    /** @throws ApiException 403 unless the admin has that role too */
    public void require(AdminRole role) {
        if (!rights.has(role)) {
            throw ApiException.forbidden("Missing admin role: " + role.roleName());
        }
    }

    @Override
    public boolean maySearch() {
        return rights.has(AdminRole.QUERY_USERS);
    }

    @Override
    public boolean maySeeAll() {
        return rights.has(AdminRole.VIEW_USERS);
    }

    @Override
    public boolean maySee(UserModel user) {
        return rights.maySee(user);
    }

    @Override
    public boolean mayMakeAccounts() {
        return rights.has(AdminRole.MANAGE_USERS);
    }

    @Override
    public boolean mayActOn(UserModel user) {
        return rights.mayManage(user);
    }

    @Override
    public boolean mayActUnseen() {
        return true;
    }

    @Override
    public boolean mayGiveAnyEmail() {
        return true;
    }

    @Override
    public boolean mayMapRolesOf(UserModel user) {
        return rights.mayMapRolesOf(user);
    }

    @Override
    public boolean mayGive(RoleModel role) {
        return rights.mayMap(role);
    }

    @Override
    public boolean mayTake(RoleModel role) {
        return rights.mayMapAlone(role);
    }

    @Override
    public boolean mayEdit(RoleModel role) {
        return rights.mayManage(role);
    }

    @Override
    public boolean mayGrant(RoleModel permission) {
        return rights.mayMakePart(permission);
    }

    @Override
    public boolean maySeeCatalogue() {
        return rights.maySee(app.client());
    }

    @Override
    public boolean mayEditCatalogue() {
        return rights.mayConfigure(app.client());
    }

    @Override
    public boolean mayListTenants() {
        return rights.has(AdminRole.QUERY_ORGANIZATIONS);
    }

    @Override
    public boolean maySee(OrganizationModel tenant) {
        return rights.maySee(tenant);
    }

    @Override
    public boolean mayManage(OrganizationModel tenant) {
        return rights.mayManage(tenant);
    }

    @Override
    public boolean mayMoveInTenants(UserModel user) {
        return rights.mayMoveInGroups(user);
    }

    @Override
    public KeycloakAdmin in(App there) {
        KeycloakSession own = there.session();
        return new KeycloakAdmin(there, recordedAs, new AdminRights(own, there.realm(), recordedAs));
    }
}
