/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.PermissionCatalogue;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.role.RoleGrants;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.SortedSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * A user of the app, known by an access token that holds. Hands on what they hold themselves, acts on nobody who may do
 * more, and never on a user who administers Keycloak.
 *
 * @param claims what the token says
 */
public record AppUser(App app, UserModel user, AccessClaims claims) implements Caller {

    /**
     * The session that backs the token; after a logout it may be gone already.
     *
     * @throws ApiException 401 for a token that names none, which is no user's
     */
    public String sessionId() {
        String sid = claims.sid();
        if (sid == null) {
            throw ApiException.bearerRequired();
        }
        return sid;
    }

    /**
     * The same, which lives.
     *
     * @throws ApiException 401 when it ended, by a logout since
     */
    public UserSessionModel requireSession(KeycloakSession session) {
        UserSessionModel found = new UserSessions(session).find(sessionId());
        if (found == null) {
            throw ApiException.bearerRequired();
        }
        return found;
    }

    /** What the user may do now, sorted. */
    public SortedSet<String> permissions() {
        return AppRoles.of(app, user).permissions();
    }

    @Override
    public String id() {
        return user.getId();
    }

    @Override
    public AdminAuth recordedAs() {
        return new AdminAuth(app.realm(), null, user, app.client());
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
        return may(PermissionCatalogue.USER_LIST);
    }

    /** Every member may read users, as roles come; whoever may not list them reads themselves alone. */
    @Override
    public boolean maySee(UserModel other) {
        return maySeeAll() || other.getId().equals(user.getId());
    }

    @Override
    public boolean mayMakeAccounts() {
        return true;
    }

    /** Whoever could change an owner's email, factors or role would soon be one. */
    @Override
    public boolean mayActOn(UserModel other) {
        RoleGrants theirs = AppRoles.of(app, other);
        return !theirs.administers()
                && permissions()
                        .containsAll(theirs.permissions().stream()
                                .filter(PermissionCatalogue::isManaging)
                                .toList());
    }

    @Override
    public boolean mayMapRolesOf(UserModel other) {
        return mayActOn(other);
    }

    /** An app role that was made to hold roles of Keycloak's own is given by those only who have them. */
    @Override
    public boolean mayGive(RoleModel role) {
        RoleGrants grants = AppRoles.of(app, role);
        return !grants.administers()
                && permissions().containsAll(grants.permissions())
                && AppModel.foreignParts(role, app.client()).allMatch(user::hasRole);
    }

    @Override
    public boolean mayTake(RoleModel role) {
        return true;
    }

    /** Whoever could strip a stronger role would soon act on those who have it. */
    @Override
    public boolean mayEdit(RoleModel role) {
        return mayGive(role);
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
    public AppUser in(App there) {
        return new AppUser(there, CallerAccount.require(there, id()), claims);
    }
}
