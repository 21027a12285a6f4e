/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.management;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.SystemRole;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
import io.github.keycloakheimdall.keycloak.UserFilter;
import io.github.keycloakheimdall.keycloak.UserRows;
import io.github.keycloakheimdall.keycloak.UserRows.UserName;
import io.github.keycloakheimdall.keycloak.UserStatus;
import io.github.keycloakheimdall.role.LastOwner;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One deed to many users. Each batch is a transaction of its own, so that a million users fit: what is done stays done if
 * a later batch fails, and the request can be sent again. Unknown ids and the last owner are passed over.
 */
final class Bulk {

    private static final int BATCH = 100;

    private final KeycloakSession session;
    private final App app;
    private final Manager manager;

    Bulk(KeycloakSession session, App app, Manager manager) {
        this.session = session;
        this.app = app;
        this.manager = manager;
    }

    /** How many users were affected. */
    record Affected(int affectedUsers) implements ApiResponse {}

    /** What is done to one user. */
    private interface Deed {
        void on(People people, String id);
    }

    /** @throws ApiException 400 when every user of the app is selected without saying that this is meant */
    Affected delete(BulkSelection selection, Boolean confirmAll) {
        if (!selection.byIds() && selection.filter().all() && !Boolean.TRUE.equals(confirmAll)) {
            throw ApiException.invalid("confirm_all_in_app", "must be true to delete every user");
        }
        return each(selection, true, People::delete);
    }

    Affected revokeSessions(BulkSelection selection) {
        return each(selection, false, People::endSessions);
    }

    /** @throws ApiException 400 for an unknown role */
    Affected updateRole(BulkSelection selection, String roleName) {
        new People(session, app, manager).roleToGive(roleName);
        boolean demotes = !roleName.equals(SystemRole.OWNER.roleName());
        return each(selection, demotes, (people, id) -> people.assign(id, roleName));
    }

    Affected updateStatus(BulkSelection selection, UserStatus status) {
        return each(selection, status != UserStatus.ACTIVE, (people, id) -> people.changeStatus(id, status));
    }

    private Affected each(BulkSelection selection, boolean sparesLastOwner, Deed deed) {
        AtomicInteger affected = new AtomicInteger();
        if (selection.byIds()) {
            List<String> ids = selection.requireIds();
            for (int from = 0; from < ids.size(); from += BATCH) {
                affected.addAndGet(batch(ids.subList(from, Math.min(from + BATCH, ids.size())), sparesLastOwner, deed));
            }
            return new Affected(affected.get());
        }
        UserFilter filter = selection.filter();
        List<UserName> names = new UserRows(session).names(filter, null, BATCH);
        while (!names.isEmpty()) {
            affected.addAndGet(batch(names.stream().map(UserName::id).toList(), sparesLastOwner, deed));
            names = new UserRows(session)
                    .names(filter, names.get(names.size() - 1).username(), BATCH);
        }
        return new Affected(affected.get());
    }

    private int batch(List<String> ids, boolean sparesLastOwner, Deed deed) {
        AtomicInteger done = new AtomicInteger();
        OwnTransaction.run(session, own -> {
            App there = app.in(own);
            People people = new People(own, there, manager);
            for (String id : ids) {
                UserModel user = id == null ? null : user(own, there, id);
                boolean spared = user == null || sparesLastOwner && LastOwner.stands(own, there, user);
                if (!spared) {
                    deed.on(people, id);
                    done.incrementAndGet();
                }
            }
        });
        return done.get();
    }

    private static UserModel user(KeycloakSession own, App app, String id) {
        UserModel user = own.users().getUserById(app.realm(), id);
        return user == null || user.getServiceAccountClientLink() != null ? null : user;
    }
}
