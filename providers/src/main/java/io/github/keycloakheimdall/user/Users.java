/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.user.StoreFailure;
import io.github.keycloakheimdall.keycloak.user.UnreachableUser;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds users of an app by their ids, for a caller. Service accounts are no users. */
public final class Users {

    /** A federation's id has three parts; Keycloak fails at one that only begins so. */
    private static final Pattern ID = Pattern.compile("(?!f:)[^\\x00]+|f:[^:\\x00]+:[^\\x00]+");

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    public Users(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /** The user, whatever the caller may do to them; null when the app has none of that id. */
    public @Nullable UserModel find(@Nullable String id) {
        UserModel user =
                id == null || !ID.matcher(id).matches() ? null : session.users().getUserById(app.realm(), id);
        return user == null || user.getServiceAccountClientLink() != null ? null : user;
    }

    /**
     * The user, to be read.
     *
     * @throws ApiException 404 without such a user, 403 when the caller may not see them
     */
    public UserModel requireSeen(String id) {
        UserModel user = require(id);
        caller.requireSee(user);
        return user;
    }

    /**
     * The user, to be changed.
     *
     * @throws ApiException 404 without such a user, 403 when the caller may not act on them, 503 while a directory is
     *     away
     */
    public UserModel requireActable(String id) {
        UserModel user = requireThere(id);
        caller.requireActOn(user);
        return user;
    }

    /**
     * The user, who is to be put out. That waits for no directory where the caller's rights do not hang on the user's
     * roles.
     *
     * @throws ApiException 404 without such a user, 403 when the caller may not act on them, 503 while a directory is
     *     away that alone knows whether there is such a user, or whether the caller may
     */
    public UserModel requireExpellable(String id) {
        if (!caller.mayActUnseen()) {
            return requireActable(id);
        }
        UserModel user = findEvenAway(id);
        if (user == null) {
            throw unknown();
        }
        caller.requireActOn(user);
        return user;
    }

    /** As {@link #find}; stands for someone who cannot be loaded now, if they have a session. */
    public @Nullable UserModel findEvenAway(String id) {
        try {
            return find(id);
        } catch (RuntimeException thrown) {
            if (StoreFailure.isOutage(thrown)) {
                return UnreachableUser.named(session, app.realm(), id).orElseThrow(() -> thrown);
            }
            throw thrown;
        }
    }

    /**
     * The user, whose roles are to be changed.
     *
     * @throws ApiException 404 without such a user, 403 when the caller may not change their roles
     */
    public UserModel requireMappable(String id) {
        UserModel user = requireThere(id);
        if (!caller.mayMapRolesOf(user)) {
            throw ApiException.forbidden("You may not act on this user");
        }
        return user;
    }

    /**
     * The user, whose role in a tenant is to be changed.
     *
     * @throws ApiException 404 without such a user, 403 when the caller may not change it
     */
    public UserModel requireMovable(String id) {
        UserModel user = requireThere(id);
        if (!caller.mayMoveInTenants(user)) {
            throw ApiException.forbidden("You may not act on this user");
        }
        return user;
    }

    /** Whose directory is away may have roles that nobody knows now. */
    private UserModel requireThere(String id) {
        UserModel user = require(id);
        UserStore.requireThere(user);
        return user;
    }

    /** Whoever may not look for users is not told which there are. */
    private UserModel require(String id) {
        UserModel user = find(id);
        if (user == null) {
            throw unknown();
        }
        return user;
    }

    private ApiException unknown() {
        return caller.maySearch() ? ApiException.notFound() : ApiException.forbidden("You may not see this user");
    }
}
