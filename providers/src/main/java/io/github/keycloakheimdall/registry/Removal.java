/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppLeft;
import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.AppStatus;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.realm.RealmMaker;
import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The beginning of an app's end: it is closed at once, and {@link Removals} deletes it behind. */
final class Removal {

    private final KeycloakSession session;
    private final App app;

    Removal(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** @throws ApiException 404 when another request was faster */
    void begin(AdminAuth admin) {
        RealmModel realm = RealmLock.acquire(session, app.realm());
        if (!AppRows.leave(session, realm)) {
            throw ApiException.notFound();
        }
        close(realm);
        RealmMaker.recordRemoval(session, admin, realm);
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        AppLeft left = new AppLeft(realm.getId());
        AfterCommit.run(session, () -> factory.publish(left));
    }

    /** Lets nobody in at any door, Keycloak's own included. */
    static void close(RealmModel realm) {
        Toggle.STATUS.set(realm, AppStatus.ARCHIVED.word());
        if (realm.isEnabled()) {
            realm.setEnabled(false);
        }
    }
}
