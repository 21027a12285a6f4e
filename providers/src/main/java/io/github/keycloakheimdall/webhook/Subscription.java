/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import io.github.keycloakheimdall.outbound.EventKind;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What an app wants to be told. Remembered beside the cached realm, so that who wants nothing is not asked again.
 *
 * @param kinds none where there is no webhook; what happens while it is disabled counts too
 */
record Subscription(Set<EventKind> kinds) {

    private static final Subscription NONE = new Subscription(Set.of());

    static Subscription of(KeycloakSession session, RealmModel realm) {
        if (!AppModel.isApp(realm)) {
            return NONE;
        }
        return RealmMemory.remember(realm, Subscription.class, () -> Webhooks.find(session, realm.getId())
                .map(row -> new Subscription(row.types().stream()
                        .flatMap(name -> EventKind.find(name).stream())
                        .collect(Collectors.toUnmodifiableSet())))
                .orElse(NONE));
    }

    boolean wants(EventKind kind) {
        return kinds.contains(kind);
    }

    boolean wantsAny(Collection<EventKind> some) {
        return !Collections.disjoint(kinds, some);
    }
}
