/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * A machine client, known by an access token that holds. Its scopes say what one program needs, and whoever gave them
 * could do as much; they do not bound which role it may give, as the contract has it. It never acts on an account that
 * administers Keycloak.
 *
 * @param account the client's service account
 * @param claims what the token says
 */
public record Machine(App app, UserModel account, AccessClaims claims) implements Caller {

    /** The scopes of the token that the client was not stripped of since, sorted. */
    public SortedSet<String> permissions() {
        List<String> scopes = claims.scopes() == null ? List.of() : claims.scopes();
        return account.getClientRoleMappingsStream(app.client())
                .map(RoleModel::getName)
                .filter(scopes::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String id() {
        return account.getId();
    }

    @Override
    public AdminAuth recordedAs() {
        return new AdminAuth(app.realm(), null, account, app.client());
    }

    @Override
    public boolean may(String permission) {
        return permissions().contains(permission);
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
    public boolean mayMapRolesOf(UserModel user) {
        return mayActOn(user);
    }

    @Override
    public boolean mayGive(RoleModel role) {
        return !AppRoles.of(app, role).administers()
                && AppModel.foreignParts(role, app.client()).allMatch(account::hasRole);
    }

    @Override
    public boolean mayTake(RoleModel role) {
        return true;
    }

    @Override
    public boolean mayEdit(RoleModel role) {
        return mayGive(role) && permissions().containsAll(AppRoles.of(app, role).permissions());
    }

    @Override
    public boolean mayGrant(RoleModel permission) {
        return may(permission.getName());
    }

    @Override
    public boolean maySeeCatalogue() {
        return true;
    }

    @Override
    public boolean mayEditCatalogue() {
        return true;
    }

    @Override
    public Machine in(App there) {
        return new Machine(there, CallerAccount.require(there, id()), claims);
    }
}
