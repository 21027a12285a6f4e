/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ui.extend.UiTabProvider;

/** The one component of a realm that the tab shows. */
final class TabComponent {

    private static final String MIRRORING = TabComponent.class.getName();

    private TabComponent() {}

    /** The realm's component; null if it has none. */
    static @Nullable ComponentModel find(RealmModel realm) {
        return realm.getComponent(id(realm));
    }

    /**
     * Writes what holds in the realm into its component, made if need be, unless it says so already. Returns whether it
     * was made.
     */
    static boolean mirror(KeycloakSession session, RealmModel realm) {
        ComponentModel found = find(realm);
        if (found == null) {
            ComponentModel made = unwritten(realm);
            TabValues.copyFrom(realm, made);
            mirrored(session, () -> realm.addComponentModel(made));
            return true;
        }
        if (!TabValues.match(realm, found)) {
            TabValues.copyFrom(realm, found);
            mirrored(session, () -> realm.updateComponent(found));
        }
        return false;
    }

    private static ComponentModel unwritten(RealmModel realm) {
        ComponentModel model = new ComponentModel();
        model.setId(id(realm));
        model.setName(HeimdallTab.ID);
        model.setParentId(realm.getId());
        model.setProviderType(UiTabProvider.class.getName());
        model.setProviderId(HeimdallTab.ID);
        return model;
    }

    /** Writes a component whose values come from the realm. */
    static void mirrored(KeycloakSession session, Runnable write) {
        session.setAttribute(MIRRORING, Boolean.TRUE);
        try {
            write.run();
        } finally {
            session.removeAttribute(MIRRORING);
        }
    }

    /** Whether a component is being written from the realm: nothing is to be checked, and nothing copied back. */
    static boolean isBeingMirrored(KeycloakSession session) {
        return session.getAttribute(MIRRORING) != null;
    }

    /**
     * Gives a new component the only id that it may have in this realm, so that the database refuses a second one,
     * which another node or an import might add at the same time.
     *
     * @throws ComponentValidationException when the realm has its component already
     */
    static void pin(RealmModel realm, ComponentModel model) {
        String id = id(realm);
        if (!id.equals(model.getId()) || find(realm) == null) {
            if (find(realm) != null) {
                throw new ComponentValidationException("heimdall_error_exists");
            }
            model.setId(id);
        }
    }

    private static String id(RealmModel realm) {
        return UUID.nameUUIDFromBytes(("heimdall-tab " + realm.getId()).getBytes(UTF_8))
                .toString();
    }
}
