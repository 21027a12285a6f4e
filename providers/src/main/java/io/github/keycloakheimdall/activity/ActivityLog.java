/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.http.Outcome;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.event.EventLog;
import io.github.keycloakheimdall.keycloak.event.LoggedEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Pages of what happened in an app, the newest first. */
final class ActivityLog {

    private static final Comparator<ActivityEntry> NEWEST_FIRST = Comparator.comparing(ActivityEntry::createdAt)
            .thenComparing(ActivityEntry::id)
            .reversed();

    private final KeycloakSession session;
    private final EventLog events;
    private final long until;

    ActivityLog(App app) {
        this(app, 0, Long.MAX_VALUE);
    }

    /**
     * What happened in that time.
     *
     * @param since milliseconds, the first that counts
     * @param until milliseconds, the last that counts
     */
    ActivityLog(App app, long since, long until) {
        this.session = app.session();
        this.events = new EventLog(session, app.realm(), since);
        this.until = until;
    }

    /** What one user did, or was done in their name. */
    ActivityPage of(UserModel user, PageRequest page) {
        TimeCursor from = from(page);
        return page(page, users(Action.eventTypes(), user.getId(), from, page.limit()));
    }

    /**
     * What everyone did, users and admins.
     *
     * @param action an action's name, or null for all
     * @param actorId who, or null for everyone
     * @param outcome with what outcome; of admins the log has what succeeded alone
     */
    ActivityPage all(PageRequest page, @Nullable String action, @Nullable String actorId, Outcome outcome) {
        TimeCursor from = from(page);
        Set<String> types = Action.eventTypes(action, outcome);
        Stream<ActivityEntry> users = types.isEmpty() ? Stream.of() : users(types, actorId, from, page.limit());
        Stream<ActivityEntry> admins =
                outcome.includes(false) ? admins(action, actorId, from, page.limit()) : Stream.of();
        return page(page, Stream.concat(users, admins));
    }

    private TimeCursor from(PageRequest page) {
        TimeCursor asked = TimeCursor.of(page.after());
        return asked.at() <= until ? asked : new TimeCursor(until + 1, "");
    }

    private Stream<ActivityEntry> users(Collection<String> types, @Nullable String userId, TimeCursor from, int limit) {
        return entries(events.ofUsers(types, userId, from.at(), from.id(), limit + 1));
    }

    private Stream<ActivityEntry> admins(
            @Nullable String action, @Nullable String adminId, TimeCursor from, int limit) {
        if (action == null) {
            return entries(events.ofAdmins(adminId, from.at(), from.id(), limit + 1));
        }
        return entries(events.ofAdmins(
                action,
                AdminActions.resourceTypes(action),
                AdminActions.operations(action),
                adminId,
                from.at(),
                from.id(),
                limit + 1));
    }

    private static Stream<ActivityEntry> entries(List<LoggedEvent> logged) {
        return logged.stream().map(ActivityEntry::of);
    }

    private ActivityPage page(PageRequest page, Stream<ActivityEntry> entries) {
        List<ActivityEntry> sorted =
                entries.sorted(NEWEST_FIRST).limit(page.limit() + 1L).toList();
        Page<ActivityEntry> cut = Page.cut(session, sorted, page.limit(), ActivityEntry::place);
        return new ActivityPage(cut.rows(), cut.pagination());
    }
}
