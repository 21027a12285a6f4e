/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.caller.Caller;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Cursor;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.runtime.StoredTime;
import io.github.keycloakheimdall.keycloak.user.UserFilter;
import io.github.keycloakheimdall.keycloak.user.UserRow;
import io.github.keycloakheimdall.keycloak.user.UserRows;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.user.EmailVerification;
import io.github.keycloakheimdall.user.Users;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Looks the app's users up. */
final class Directory {

    private static final int MAX_SEARCH = 255;

    private final KeycloakSession session;
    private final App app;
    private final Caller caller;

    Directory(App app, Caller caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    /**
     * Reads the filters of a list.
     *
     * @throws ApiException 400 for a status that is none, or a search that is too long or holds NUL
     */
    static UserFilter filter(@Nullable String status, @Nullable String search) {
        UserStatus wanted = status == null
                ? null
                : UserStatus.of(status)
                        .orElseThrow(() -> ApiException.invalid(
                                "status", FieldFault.UNKNOWN, "must be active, suspended or deactivated"));
        String text = search == null || search.isBlank() ? null : search.strip();
        if (text != null && (text.length() > MAX_SEARCH || text.indexOf('\0') >= 0)) {
            throw ApiException.invalid(
                    "search",
                    text.length() > MAX_SEARCH ? FieldFault.TOO_LONG : FieldFault.MALFORMED,
                    "must have at most " + MAX_SEARCH + " characters and no NUL");
        }
        return new UserFilter(null, wanted, text);
    }

    /**
     * A page of users by username, without those whom the caller may not see: it may have fewer than asked for. Found
     * by a search, users whom a user federation keeps to itself come last, as many as the last page has room for.
     */
    Page<EndUser> page(UserFilter filter, PageRequest request) {
        String after = request.after() == null ? null : request.after().key();
        UserRows users = new UserRows(session);
        List<UserRow> elsewhere = users.elsewhere(filter, request.limit());
        Page<UserRow> page = Page.cut(
                session,
                users.page(filter, after, request.limit() + 1),
                request.limit(),
                row -> new Cursor(row.username(), row.id()));
        int room =
                page.pagination().hasMore() ? 0 : request.limit() - page.rows().size();
        return page.map(rows -> describe(
                Stream.concat(users.shown(rows).stream(), elsewhere.stream().limit(room))
                        .filter(row -> filter.status() == null || filter.status() == row.status())
                        .filter(this::seen)
                        .toList()));
    }

    /** @throws ApiException 404 when the app has no such user, 403 when the caller may not see them */
    EndUser read(String id) {
        new Users(app, caller).requireSeen(id);
        return show(id);
    }

    /** The user as they are now, to a caller who has just acted on them. */
    EndUser show(String id) {
        List<UserRow> rows = new UserRows(session).find(id).stream().toList();
        return describe(rows).stream().findFirst().orElseThrow(ApiException::notFound);
    }

    private boolean seen(UserRow row) {
        if (caller.maySeeAll()) {
            return true;
        }
        UserModel user = session.users().getUserById(app.realm(), row.id());
        return user != null && caller.maySee(user);
    }

    private List<EndUser> describe(List<UserRow> rows) {
        Map<String, Instant> kept = EmailVerification.kept(
                session,
                rows.stream()
                        .filter(row -> row.emailVerified() && row.email() != null && row.emailVerifiedAt() == null)
                        .collect(Collectors.toMap(UserRow::id, UserRow::email)));
        return rows.stream().map(row -> describe(row, kept)).toList();
    }

    private EndUser describe(UserRow row, Map<String, Instant> kept) {
        String role = AppRoles.of(
                        app,
                        row.roleIds().stream().map(app.realm()::getRoleById).filter(Objects::nonNull),
                        row.groupIds().stream().map(app.realm()::getGroupById).filter(Objects::nonNull))
                .role();
        return EndUser.of(row, role, verifiedAt(row, kept));
    }

    /** Only a user who was verified in the console is loaded, once, to keep the time. */
    private @Nullable Instant verifiedAt(UserRow row, Map<String, Instant> kept) {
        if (!row.emailVerified()) {
            return null;
        }
        return StoredTime.of(row.emailVerifiedAt(), AppModel.EMAIL_VERIFIED_AT, row.id())
                .or(() -> Optional.ofNullable(kept.get(row.id())))
                .orElseGet(() -> Optional.ofNullable(session.users().getUserById(app.realm(), row.id()))
                        .map(user -> EmailVerification.at(session, user))
                        .orElse(null));
    }
}
