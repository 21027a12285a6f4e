/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The realm's attributes of the API that a write of the whole realm left out. Keycloak takes away each attribute that
 * is not named. Whoever names none of the API's does not know it, and does not mean to end the app; whoever names some
 * may take a toggle back to its default so, unless that opens what was closed: who opens says so.
 */
final class ForgottenToggles {

    private static final Logger LOG = Logger.getLogger(ForgottenToggles.class);
    private static final String OURS = OwnAttributes.PREFIX;

    private ForgottenToggles() {}

    /** Puts back what the session's transaction left out and was not to. */
    static void restore(KeycloakSession session, RealmModel realm) {
        Map<String, String> lost = OwnTransaction.call(session.getKeycloakSessionFactory(), own -> {
            // What holds for everyone else until this transaction commits, mostly from Keycloak's cache.
            RealmModel before = own.realms().getRealm(realm.getId());
            return before == null ? Map.of() : lost(before, realm);
        });
        if (lost.isEmpty()) {
            return;
        }
        lost.forEach(realm::setAttribute);
        if (lost.containsKey(Toggle.ENABLED.attribute())) {
            LOG.warnf(
                    "Realm %s was saved without any attribute %s*, by someone who does not know that it is an app; they"
                            + " are back. Name them where the realm is written, or %s=false to end the app",
                    realm.getName(), OURS, Toggle.ENABLED.attribute());
        } else {
            LOG.warnf(
                    "Realm %s was saved without %s: the default would open what is closed by it, so it stays. Who"
                            + " means to open it names the attribute with another value",
                    realm.getName(), String.join(", ", new TreeSet<>(lost.keySet())));
        }
    }

    private static Map<String, String> lost(RealmModel before, RealmModel now) {
        return AppModel.isApp(before) && ours(now).isEmpty() ? ours(before) : closed(before, now);
    }

    private static Map<String, String> closed(RealmModel before, RealmModel now) {
        return Arrays.stream(Toggle.values())
                .filter(toggle -> isSaid(before, toggle) && !isSaid(now, toggle) && closes(before, toggle))
                .collect(Collectors.toMap(Toggle::attribute, toggle -> before.getAttribute(toggle.attribute())));
    }

    /** An empty value says nothing, but for a list. */
    private static boolean isSaid(RealmModel realm, Toggle toggle) {
        String value = realm.getAttribute(toggle.attribute());
        return value != null && (toggle.kind() instanceof Items || !value.isBlank());
    }

    private static boolean closes(RealmModel realm, Toggle toggle) {
        String value = toggle.in(realm);
        return toggle.kind() instanceof ToggleKind.RoleName
                ? givesLess(realm.getRole(value), realm.getRole(toggle.kind().absent()))
                : toggle.kind().closes(value);
    }

    /** Whether the other role holds what this one does not; who signs up to a role that is none gets the other. */
    private static boolean givesLess(@Nullable RoleModel role, @Nullable RoleModel other) {
        return role != null && other != null && !other.getCompositesStream().allMatch(role::hasRole);
    }

    private static Map<String, String> ours(RealmModel realm) {
        return realm.getAttributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(OURS) && attribute.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
