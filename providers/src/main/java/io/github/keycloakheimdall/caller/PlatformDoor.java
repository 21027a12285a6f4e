/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.admin.AdminBearer;
import io.github.keycloakheimdall.keycloak.admin.AdminRights;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** The way into the platform API: first who calls, then which app. */
public final class PlatformDoor {

    private static final String ATTRIBUTE = PlatformDoor.class.getName();
    private static final String SERVER = ServerAdmin.class.getName();

    private PlatformDoor() {}

    /**
     * Authenticates the request, then opens the app; which apps there are is told to authenticated callers only, and to
     * an admin of one realm not even that.
     *
     * @param appId the realm's id or name
     * @throws ApiException 401 without a bearer that holds, 403 for an admin of another realm, 404 for what is no app,
     *     for one that is being deleted, or where Keycloak's admin API is switched off, 409 for a name that is one
     *     app's slug and another realm's id, or {@code CLIENT_NOT_OURS} for an app that is not served
     */
    public static App open(KeycloakSession session, String appId) {
        App app = inspect(session, appId);
        if (!app.isServed()) {
            throw ApiException.conflict(
                    "The realm has a client '" + AppModel.CLIENT_ID
                            + "' that is not this API's; see the app's health for what to do",
                    "CLIENT_NOT_OURS");
        }
        return app;
    }

    /**
     * Authenticates the request, then opens the app, also one that is not served.
     *
     * @throws ApiException as {@link #open}, but for {@code CLIENT_NOT_OURS}
     */
    public static App inspect(KeycloakSession session, String appId) {
        requireAdminApi();
        if (appId.indexOf('\0') >= 0) {
            throw ApiException.notFound();
        }
        AdminAuth admin = AdminBearer.authenticate(session);
        RealmModel home = admin.getRealm();
        boolean ofMaster = AdminRealm.is(home);
        if (!ofMaster && !appId.equals(home.getId()) && !appId.equals(home.getName())) {
            throw ApiException.forbidden("Not an admin of this app");
        }
        // An admin of one realm means that one, whatever other realm has such a name or id.
        App app = ofMaster ? Apps.findByIdOrSlug(session, appId) : Apps.find(session, home.getName());
        if (AppRows.isLeaving(session, app.realm())) {
            throw ApiException.notFound();
        }
        session.setAttribute(ATTRIBUTE, new KeycloakAdmin(app, admin, new AdminRights(session, app.realm(), admin)));
        return app;
    }

    /**
     * Authenticates a request that is about no one app.
     *
     * @throws ApiException 401 without a bearer that holds, 403 over plain HTTP where the admin's realm asks for TLS,
     *     404 where Keycloak's admin API is switched off
     */
    public static ServerAdmin enter(KeycloakSession session) {
        requireAdminApi();
        ServerAdmin admin = ServerAdmin.of(session, AdminBearer.authenticate(session));
        Apps.requireTls(session, admin.recordedAs().getRealm());
        session.setAttribute(SERVER, admin);
        return admin;
    }

    private static void requireAdminApi() {
        if (!Profile.isFeatureEnabled(Profile.Feature.ADMIN_API)) {
            throw ApiException.notFound();
        }
    }

    /** Who came in by this door to a route that is about no one app, or null. */
    static @Nullable ServerAdmin serverAdmin(KeycloakSession session) {
        return session.getAttribute(SERVER, ServerAdmin.class);
    }

    /** Who came in by this door, or null where the request is for the consumer API. */
    static @Nullable KeycloakAdmin caller(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE, KeycloakAdmin.class);
    }
}
