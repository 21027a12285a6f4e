/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.key.ApiKey;
import io.github.keycloakheimdall.keycloak.organization.OrganizationEvents;
import io.github.keycloakheimdall.role.AppRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * A backend, known by its API key. The key's permissions say what it may do, and whoever made the key could do as much;
 * it never acts on an account that administers Keycloak.
 *
 * @param recordedAs stands for the key, which is no user of Keycloak's
 */
public record Backend(App app, ApiKey key, AdminAuth recordedAs) implements Caller {

    static Backend of(App app, ApiKey key) {
        KeycloakSession session = app.session();
        return new Backend(app, key, OrganizationEvents.backend(session, app.realm(), app.client(), key.id()));
    }

    @Override
    public String id() {
        return key.id();
    }

    @Override
    public boolean may(String permission) {
        return key.holds(permission);
    }

    @Override
    public boolean maySearch() {
        return true;
    }

    @Override
    public boolean maySeeAll() {
        return true;
    }

    @Override
    public boolean maySee(UserModel user) {
        return true;
    }

    @Override
    public boolean mayMakeAccounts() {
        return true;
    }

    @Override
    public boolean mayActOn(UserModel user) {
        return !AppRoles.of(app, user).administers();
    }

    @Override
    public boolean mayListTenants() {
        return true;
    }

    @Override
    public boolean maySee(OrganizationModel tenant) {
        return true;
    }

    @Override
    public boolean mayManage(OrganizationModel tenant) {
        return true;
    }

    @Override
    public boolean mayMoveInTenants(UserModel user) {
        return mayActOn(user);
    }

    @Override
    public Backend in(App there) {
        return of(there, key);
    }
}
