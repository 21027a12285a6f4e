/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import io.github.keycloakheimdall.app.AppSeen;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.keycloak.admin.ConsoleRequest;
import io.github.keycloakheimdall.keycloak.realm.RealmChange;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.realm.RealmsWithAttribute;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.common.Profile;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.StoreSyncEvent;

/** Has the tab show what was set by import or over REST, and keeps the console's other tabs from undoing it. */
final class TabSync {

    private static final Logger LOG = Logger.getLogger(TabSync.class);

    private TabSync() {}

    /** Starts to listen; to be called once, when the server starts. */
    static void listen(KeycloakSessionFactory factory) {
        factory.register(TabSync::onEvent);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            mirrorLater(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof StoreSyncEvent updated && RealmChange.isOfSettings(updated)) {
            onRealmSaved(updated.getSession(), updated.getRealm());
        } else if (event instanceof PostMigrationEvent started && isTabShown()) {
            mirrorMissing(started.getFactory());
        }
    }

    /**
     * The console's other tabs save the whole realm as they loaded it, which may be long ago. None of them has a field
     * for a toggle, so what they send for one is never meant.
     */
    private static void onRealmSaved(KeycloakSession session, RealmModel realm) {
        ComponentModel tab = TabComponent.find(realm);
        if (tab != null && ConsoleRequest.updates(session)) {
            TabValues.copyTo(realm, tab);
        } else {
            mirrorLater(session, realm);
        }
    }

    private static void mirrorLater(KeycloakSession session, RealmModel realm) {
        if (TabComponent.find(realm) != null || (isTabShown() && isTouched(realm))) {
            KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
            String realmId = realm.getId();
            AfterCommit.run(session, () -> mirror(factory, realmId));
        }
    }

    /** Realms that were set up before the tab was turned on. */
    private static void mirrorMissing(KeycloakSessionFactory factory) {
        OwnTransaction.run(factory, session -> {
            List<String> realms =
                    RealmsWithAttribute.withoutComponent(session, Toggle.ENABLED.attribute(), HeimdallTab.ID);
            realms.forEach(realmId -> mirror(factory, realmId));
        });
    }

    /** What was changed is committed by now and must not fail for this; the next change of the realm tries again. */
    private static void mirror(KeycloakSessionFactory factory, String realmId) {
        try {
            boolean made = OwnTransaction.call(factory, own -> {
                RealmModel realm = own.realms().getRealm(realmId);
                if (realm == null) {
                    return false;
                }
                own.getContext().setRealm(realm);
                return TabComponent.mirror(own, RealmLock.acquire(own, realm));
            });
            if (made) {
                factory.publish(new AppSeen(realmId));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "The console may show old toggles for realm %s until it is changed again", realmId);
        }
    }

    /**
     * A realm where no toggle was ever set needs no component: the form shows the defaults. Looks at the realm's
     * attributes alone, since an import announces its realm once more when its transaction is over and clients cannot
     * be asked for.
     */
    private static boolean isTouched(RealmModel realm) {
        return Arrays.stream(Toggle.values()).anyMatch(toggle -> realm.getAttribute(toggle.attribute()) != null);
    }

    private static boolean isTabShown() {
        return Profile.isFeatureEnabled(Profile.Feature.DECLARATIVE_UI);
    }
}
