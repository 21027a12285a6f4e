/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.user.StoreFailure;
import io.github.keycloakheimdall.keycloak.user.UserFilter;
import io.github.keycloakheimdall.keycloak.user.UserRows;
import io.github.keycloakheimdall.keycloak.user.UserRows.UserName;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.role.LastOwner;
import io.github.keycloakheimdall.user.Users;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * One deed to many users. Each batch is a transaction of its own, so that a million users fit: what is done stays done
 * if a later batch fails, and the request can be sent again. Unknown ids, the last owner, users on whom the caller may
 * not act, those whom a directory keeps and those whose role a group gives are passed over.
 */
final class Bulk {

    private static final int BATCH = 100;

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    Bulk(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /** How many users were affected. */
    record Affected(int affectedUsers) implements ApiResponse {}

    /** @throws ApiException 400 when every user of the app is selected without saying that this is meant */
    Affected delete(BulkSelection selection, @Nullable Boolean confirmAll) {
        if (!selection.byIds() && selection.filter().all() && !Boolean.TRUE.equals(confirmAll)) {
            throw ApiException.invalid("confirm_all_in_app", FieldFault.REQUIRED, "must be true to delete every user");
        }
        return each(selection, new Deed(true, false, UserManagement::mayActOn, UserManagement::deleteUntold));
    }

    Affected revokeSessions(BulkSelection selection) {
        return each(selection, new Deed(false, true, UserManagement::mayActOn, UserManagement::endSessions));
    }

    /** @throws ApiException 400 for an unknown role */
    Affected updateRole(BulkSelection selection, String roleName) {
        RoleModel role = new RoleAssignment(app, caller).roleToGive(roleName);
        boolean demotes = !role.getName().equals(SystemRole.OWNER.roleName());
        return each(
                selection,
                new Deed(
                        demotes,
                        false,
                        (management, user) -> management.roles().mayAssign(user, roleName),
                        (management, id) -> management.roles().assign(id, roleName)));
    }

    Affected updateStatus(BulkSelection selection, UserStatus status) {
        return each(
                selection,
                new Deed(
                        status != UserStatus.ACTIVE,
                        status == UserStatus.SUSPENDED,
                        UserManagement::mayActOn,
                        (management, id) -> management.changeStatus(id, status)));
    }

    private Affected each(BulkSelection selection, Deed deed) {
        AtomicInteger affected = new AtomicInteger();
        if (selection.byIds()) {
            List<String> ids = selection.requireIds();
            for (int from = 0; from < ids.size(); from += BATCH) {
                affected.addAndGet(batch(ids.subList(from, Math.min(from + BATCH, ids.size())), deed));
            }
            return new Affected(affected.get());
        }
        UserFilter filter = selection.filter();
        if (!caller.maySearch()) {
            throw ApiException.forbidden("You may not look for users");
        }
        List<UserName> names = new UserRows(session).names(filter, null, BATCH);
        while (!names.isEmpty()) {
            affected.addAndGet(batch(names.stream().map(UserName::id).toList(), deed));
            names = new UserRows(session)
                    .names(filter, names.get(names.size() - 1).username(), BATCH);
        }
        return new Affected(affected.get());
    }

    private int batch(List<String> ids, Deed deed) {
        try {
            return together(ids, deed);
        } catch (RuntimeException failure) {
            if (StoreFailure.answer(failure).isEmpty()) {
                throw failure;
            }
            // Nothing of the batch is done: whoever can be changed is, each apart from those who cannot.
            return ids.size() == 1
                    ? 0
                    : ids.stream().mapToInt(id -> batch(List.of(id), deed)).sum();
        }
    }

    private int together(List<String> ids, Deed deed) {
        AtomicInteger done = new AtomicInteger();
        OwnTransaction.run(session, own -> {
            App there = app.in(own);
            Caller same = caller.in(there);
            UserManagement management = new UserManagement(there, same);
            Users users = new Users(there, same);
            for (String id : ids) {
                UserModel user = deed.putsOut() ? users.findEvenAway(id) : users.find(id);
                boolean spared = user == null
                        || UserStore.isAway(user) && !deed.putsOut()
                        || !deed.allowed().test(management, user)
                        || deed.sparesLastOwner() && LastOwner.stands(there, user);
                if (!spared) {
                    deed.act().accept(management, id);
                    done.incrementAndGet();
                }
            }
        });
        return done.get();
    }
}
