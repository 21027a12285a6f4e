/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.BeforeCommit;
import io.github.keycloakheimdall.keycloak.user.StoredUser;
import io.github.keycloakheimdall.outbound.EventKind;
import io.github.keycloakheimdall.table.OwnTables;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * What happens in an app within one transaction. Written as its last act: what is rolled back was not, what Keycloak
 * tells twice is one event, and a row that cannot be written fails the transaction.
 */
final class Happenings {

    private static final Logger LOG = Logger.getLogger(Happenings.class);

    /** What is said of tenants, and goes with one. */
    static final Set<EventKind> OF_TENANTS =
            Set.of(EventKind.TENANT_DELETED, EventKind.TENANT_MEMBER_REMOVED, EventKind.TENANT_MEMBER_ROLE_CHANGED);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Subscription subscription;
    private final Map<String, Happening> noted = new LinkedHashMap<>();
    private final Set<String> users = new LinkedHashSet<>();
    private boolean written;
    private final Set<String> moved = new HashSet<>();
    private final Set<String> tenantsGone = new HashSet<>();

    private Happenings(KeycloakSession session, RealmModel realm, Subscription subscription) {
        this.session = session;
        this.realm = realm;
        this.subscription = subscription;
    }

    /** Notes it, where the app wants to be told. */
    static void note(KeycloakSession session, RealmModel realm, Happening happening) {
        if (Subscription.of(session, realm).wants(happening.kind())) {
            of(session, realm).add(happening);
        }
    }

    /** Notes that something may have changed about a user which no event of Keycloak's tells. */
    static void touched(KeycloakSession session, RealmModel realm, String userId) {
        if (Subscription.of(session, realm).wantsAny(UserChanges.KINDS)) {
            of(session, realm).users.add(userId);
        }
    }

    /** Notes that someone joined or left a tenant, so that the role that they got or lost by that is no news. */
    static void moved(KeycloakSession session, RealmModel realm, String about) {
        of(session, realm).moved.add(about);
    }

    /** Notes that a tenant goes, and that its members do is no news then. */
    static void removed(KeycloakSession session, RealmModel realm, Happening happening) {
        Happenings here = of(session, realm);
        here.tenantsGone.add(happening.about());
        if (here.subscription.wants(EventKind.TENANT_DELETED)) {
            here.add(happening);
        }
    }

    private static Happenings of(KeycloakSession session, RealmModel realm) {
        String name = Happenings.class.getName() + ':' + realm.getId();
        Happenings known = session.getAttribute(name, Happenings.class);
        if (known == null) {
            known = new Happenings(session, realm, Subscription.of(session, realm));
            session.setAttribute(name, known);
            BeforeCommit.run(session, known::write);
        }
        return known;
    }

    private void add(Happening happening) {
        if (written) {
            LOG.errorf("%s of realm %s came too late to be told", happening.kind(), realm.getName());
        }
        noted.merge(key(happening.kind(), happening.about()), happening, Happening::followedBy);
    }

    private void write() {
        for (String userId : users) {
            if (!noted.containsKey(key(EventKind.USER_DELETED, userId))) {
                UserChanges.of(session, realm, userId).stream()
                        .filter(change -> subscription.wants(change.kind()))
                        .forEach(this::add);
            }
        }
        written = true;
        List<DeliveryEntity> rows = noted.values().stream()
                .filter(this::tellsMore)
                .map(happening -> happening.row(realm))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(OwnTables.entityManager(session)::persist);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        WebhookDue due = new WebhookDue(realm.getId());
        AfterCommit.run(session, () -> {
            WebhookMetrics.WRITTEN.count(rows.size());
            factory.publish(due);
        });
    }

    /**
     * Who was to be removed may be there still. A tenant that goes takes its members along, and who joins or leaves one
     * gets or loses a role by that.
     */
    private boolean tellsMore(Happening happening) {
        return switch (happening.kind()) {
            case USER_DELETED -> StoredUser.now(session, happening.about()).isEmpty();
            case TENANT_MEMBER_REMOVED -> !tenantsGone.contains(happening.data().get("tenant_id"));
            case TENANT_MEMBER_ROLE_CHANGED ->
                !tenantsGone.contains(happening.data().get("tenant_id")) && !moved.contains(happening.about());
            default -> true;
        };
    }

    private static String key(EventKind kind, String about) {
        return kind.name() + ' ' + about;
    }
}
