/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.Environment;
import io.github.keycloakheimdall.app.EventRetention;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import io.github.keycloakheimdall.keycloak.realm.RealmMaker;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.resources.admin.AdminAuth;

/** Makes apps, as the console's "Create realm" makes them of the project's file. */
final class Creation {

    private final KeycloakSession session;
    private final AdminAuth admin;

    Creation(KeycloakSession session, AdminAuth admin) {
        this.session = session;
        this.admin = admin;
    }

    /**
     * @throws ApiException 400 for a slug that no app can have, 403 for another workspace, 409 for a slug that is taken
     */
    AppView create(CreateAppRequest request) {
        if (!request.workspaceId().equals(AdminRealm.of(session).getId())) {
            throw ApiException.forbidden("You may not make apps in this workspace");
        }
        RealmRepresentation file = AppFile.read();
        file.setDisplayName(request.displayName());
        RealmModel realm = make(request.slug(), file);
        Environment environment = Optional.ofNullable(request.environment())
                .flatMap(Environment::of)
                .orElse(Environment.PRODUCTION);
        AppRows.describe(session, realm, environment, null);
        // As the realm becomes an app after this request, whose answer tells of it.
        EventRetention.open(session, realm);
        return AppView.of(session, realm);
    }

    /**
     * Makes the realm.
     *
     * @param file all of it but its name
     */
    RealmModel make(String slug, RealmRepresentation file) {
        Slugs.requireFree(session, slug);
        file.setRealm(slug);
        try {
            return RealmMaker.make(session, admin, file);
        } catch (ModelDuplicateException cameFirst) {
            throw Slugs.taken();
        }
    }
}
