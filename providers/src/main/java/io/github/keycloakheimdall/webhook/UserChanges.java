/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.user.StoredUser;
import io.github.keycloakheimdall.keycloak.user.UserStatus;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.role.RoleGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What changed about a user, whichever door the change came through: what they are at the end of the transaction is
 * held against what everyone else still sees. A new account changes nothing.
 */
final class UserChanges {

    /** What may be found. */
    static final Set<EventKind> KINDS = Set.of(
            EventKind.USER_SUSPENDED,
            EventKind.USER_DEACTIVATED,
            EventKind.USER_REINSTATED,
            EventKind.USER_EMAIL_VERIFIED,
            EventKind.USER_ROLE_CHANGED,
            EventKind.MFA_ENROLLMENT_REQUIRED,
            EventKind.MFA_REENROLLMENT_REQUIRED);

    private final RealmModel realm;
    private final StoredUser now;
    private final StoredUser before;

    private UserChanges(RealmModel realm, StoredUser now, StoredUser before) {
        this.realm = realm;
        this.now = now;
        this.before = before;
    }

    static List<Happening> of(KeycloakSession session, RealmModel realm, String userId) {
        Optional<StoredUser> now = StoredUser.now(session, userId);
        Optional<StoredUser> before = now.isEmpty() ? now : StoredUser.before(session, userId);
        return before.map(then -> new UserChanges(realm, now.get(), then).find())
                .orElseGet(List::of);
    }

    private List<Happening> find() {
        List<Happening> found = new ArrayList<>();
        if (now.status() != before.status()) {
            Map<String, String> data = UserData.of(now);
            data.put("previous_status", before.status().word());
            found.add(new Happening(kind(now.status()), now.id(), data));
        }
        boolean sameEmail = Objects.equals(now.email(), before.email());
        if (now.emailVerified() && now.email() != null && !(before.emailVerified() && sameEmail)) {
            found.add(new Happening(EventKind.USER_EMAIL_VERIFIED, now.id(), UserData.of(now)));
        }
        roleChange().ifPresent(found::add);
        if (now.mustEnrolOtp() && !before.mustEnrolOtp()) {
            EventKind kind = now.hasOtp() ? EventKind.MFA_REENROLLMENT_REQUIRED : EventKind.MFA_ENROLLMENT_REQUIRED;
            found.add(new Happening(kind, now.id(), UserData.of(now)));
        }
        return found;
    }

    private static EventKind kind(UserStatus status) {
        return switch (status) {
            case ACTIVE -> EventKind.USER_REINSTATED;
            case SUSPENDED -> EventKind.USER_SUSPENDED;
            case DEACTIVATED -> EventKind.USER_DEACTIVATED;
        };
    }

    private Optional<Happening> roleChange() {
        SortedSet<String> current = appRoles(now);
        SortedSet<String> former = appRoles(before);
        if (current.equals(former)) {
            return Optional.empty();
        }
        Map<String, String> data = UserData.of(now);
        data.put("role_name", current.isEmpty() ? null : current.first());
        data.put("previous_role_name", former.isEmpty() ? null : former.first());
        return Optional.of(new Happening(EventKind.USER_ROLE_CHANGED, now.id(), data));
    }

    /** The highest first. */
    private SortedSet<String> appRoles(StoredUser user) {
        SortedSet<String> names = new TreeSet<>(RoleGrants.RANK);
        user.roles().stream().filter(name -> AppModel.isAppRole(realm, name)).forEach(names::add);
        return names;
    }
}
