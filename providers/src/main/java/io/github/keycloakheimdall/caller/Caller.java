/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Who makes the request, and what they may do to whom; services ask it and know no door. What a kind of caller says
 * nothing of, it may not do. Belongs to one transaction: see {@link #in}.
 */
public sealed interface Caller permits AppUser, Machine, Backend, KeycloakAdmin {

    /** An id that no other caller of the app has. */
    String id();

    /** In whose name Keycloak's admin events record what is done. */
    AdminAuth recordedAs();

    /** Whether the caller holds a permission: the app's {@code resource.action}, or one that only keys have. */
    boolean may(String permission);

    /** Whether the caller may be told which users there are, of those that {@link #maySee} shows. */
    boolean maySearch();

    /** Whether every user may be read. */
    boolean maySeeAll();

    /** Whether the user may be read. */
    boolean maySee(UserModel user);

    /** Whether accounts may be made. */
    boolean mayMakeAccounts();

    /** Whether the user may be changed: profile, contacts, factors, status, sessions, membership, the end. */
    boolean mayActOn(UserModel user);

    /**
     * Whether what may be done to a user does not hang on the user's roles, which nobody knows while a directory is
     * away.
     */
    default boolean mayActUnseen() {
        return false;
    }

    /** Whether a user may be given an email that is none of their contacts, as Keycloak's admin API lets its admins. */
    default boolean mayGiveAnyEmail() {
        return false;
    }

    /** Whether the user's roles may be changed, by roles that {@link #mayGive} and {@link #mayTake} allow. */
    default boolean mayMapRolesOf(UserModel user) {
        return false;
    }

    /** Whether the role may be given, with all that it holds. */
    default boolean mayGive(RoleModel role) {
        return false;
    }

    /** Whether the role may be taken from a user whose roles may be changed. */
    default boolean mayTake(RoleModel role) {
        return false;
    }

    /** Whether what the role is may be changed: what it holds, and whether there is one. */
    default boolean mayEdit(RoleModel role) {
        return false;
    }

    /** Whether the permission may be made a part of a role, or taken from the app. */
    default boolean mayGrant(RoleModel permission) {
        return false;
    }

    /** Whether the app's permissions may be listed. */
    default boolean maySeeCatalogue() {
        return false;
    }

    /** Whether the app may be given permissions, and lose them. */
    default boolean mayEditCatalogue() {
        return false;
    }

    /** Whether the caller may be told which tenants there are, of those that {@link #maySee} shows. */
    default boolean mayListTenants() {
        return false;
    }

    /** Whether the tenant may be read. */
    default boolean maySee(OrganizationModel tenant) {
        return false;
    }

    /** Whether the tenant may be changed. */
    default boolean mayManage(OrganizationModel tenant) {
        return false;
    }

    /** Whether the user's role inside a tenant may be changed. */
    default boolean mayMoveInTenants(UserModel user) {
        return false;
    }

    /** The same caller in another transaction of the request. */
    Caller in(App app);

    /** @throws ApiException 403 unless {@link #mayActOn} */
    default void requireActOn(UserModel user) {
        if (!mayActOn(user)) {
            throw ApiException.forbidden("You may not act on this user");
        }
    }

    /** @throws ApiException 403 unless {@link #maySee(UserModel)} */
    default void requireSee(UserModel user) {
        if (!maySee(user)) {
            throw ApiException.forbidden("You may not see this user");
        }
    }

    /** @throws ApiException 403 unless {@link #mayGive} */
    default void requireGive(RoleModel role) {
        if (!mayGive(role)) {
            throw ApiException.forbidden("You may not give this role");
        }
    }
}
