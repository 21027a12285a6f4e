/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.admin.AdminBearer;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import io.github.keycloakheimdall.keycloak.realm.RealmChange;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.storage.StoreSyncEvent;

/** Seeds a realm as soon as it opts in, by import, in the console or over REST. */
public final class AppLifecycle {

    private static final Logger LOG = Logger.getLogger(AppLifecycle.class);

    /** Of a session that seeds this realm once it has committed. */
    private static final String MARK = AppLifecycle.class.getName() + ':';

    private AppLifecycle() {}

    /** Starts to listen; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        factory.register(AppLifecycle::onEvent);
        LostClient.listen(factory);
        LostPermissions.listen(factory);
    }

    private static void onEvent(ProviderEvent event) {
        if (event instanceof RealmModel.RealmPostCreateEvent created) {
            register(created.getKeycloakSession(), created.getCreatedRealm());
            changed(created.getKeycloakSession(), created.getCreatedRealm());
            RealmChange.created(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof PostMigrationEvent started) {
            OwnTransaction.run(started.getFactory(), AppRows::addMissing);
        } else if (event instanceof StoreSyncEvent updated && RealmChange.isOfSettings(updated)) {
            mend(updated.getSession(), updated.getRealm());
            changed(updated.getSession(), updated.getRealm());
            mayHaveLeft(updated.getSession(), updated.getRealm());
        }
    }

    /** In the transaction that makes the realm, so that there is no app without a row. */
    private static void register(KeycloakSession session, RealmModel realm) {
        if (AppModel.isApp(realm)) {
            AppRows.add(session, realm.getId(), creator(session));
        }
    }

    /** The id of the admin who is making the request, or null where none is. */
    private static @Nullable String creator(KeycloakSession session) {
        return AdminBearer.atKeycloaksOwnApi(session)
                .map(admin -> admin.getUser().getId())
                .orElse(null);
    }

    /** Undoes at once what whoever saved the realm did to its app without meaning to. */
    private static void mend(KeycloakSession session, RealmModel realm) {
        if (AdminRealm.is(realm)) {
            return;
        }
        ForgottenToggles.restore(session, realm);
        MovedIssuer.tell(session, realm);
        AppRows.touch(session, realm);
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        if (client != null && AppClient.isOurs(client) && AppModel.isApp(realm)) {
            SessionLifetime.mend(realm);
        }
    }

    /** Seeds the realm, if it is an app, once the change that the session is making is committed. */
    public static void changed(KeycloakSession session, RealmModel realm) {
        if (!AppModel.isApp(realm)) {
            return;
        }
        String realmId = realm.getId();
        String mark = MARK + realmId;
        if (session.getAttribute(mark) != null) {
            return;
        }
        session.setAttribute(mark, Boolean.TRUE);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String creator = creator(session);
        AfterCommit.run(session, () -> seed(factory, realmId, creator));
    }

    private static void mayHaveLeft(KeycloakSession session, RealmModel realm) {
        if (AppModel.isApp(realm)) {
            return;
        }
        String realmId = realm.getId();
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AfterCommit.run(session, () -> leave(factory, realmId));
    }

    private static void leave(KeycloakSessionFactory factory, String realmId) {
        try {
            AppSeeder.leave(factory, realmId);
            factory.publish(new AppSeen(realmId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Realm %s may have ceased to be an app, which could not be remembered", realmId);
        }
    }

    /** The admin's own change is committed by now and must not fail for this; the first request seeds again. */
    private static void seed(KeycloakSessionFactory factory, String realmId, @Nullable String creator) {
        try {
            AppSeeder.seed(factory, realmId, creator);
            factory.publish(new AppSeen(realmId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "Seeding realm %s failed; it is tried again at the app's first request", realmId);
        }
    }
}
