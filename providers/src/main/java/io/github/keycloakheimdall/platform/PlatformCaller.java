/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.platform;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.AdminBearer;
import io.github.keycloakheimdall.keycloak.AdminRealm;
import io.github.keycloakheimdall.keycloak.AdminRole;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * A Keycloak admin who calls the platform API, and the app that the call is about.
 *
 * @param admin known by an access token of the administration realm or of the app's own realm
 */
public record PlatformCaller(App app, AdminAuth admin) {

    private static final String ATTRIBUTE = PlatformCaller.class.getName();

    /**
     * Authenticates the request, then opens the app; which apps there are is told to authenticated callers only, and to
     * an admin of one realm not even that.
     *
     * @param appId the realm's id or name
     * @throws ApiException 401 without a bearer that holds, 403 for an admin of another realm, 404 for what is no app or
     *     where Keycloak's admin API is switched off
     */
    public static PlatformCaller enter(KeycloakSession session, String appId) {
        if (appId.indexOf('\0') >= 0) {
            throw ApiException.notFound();
        }
        if (!Profile.isFeatureEnabled(Profile.Feature.ADMIN_API)) {
            throw ApiException.notFound();
        }
        AdminAuth admin = AdminBearer.authenticate(session);
        RealmModel home = admin.getRealm();
        boolean ofMaster = AdminRealm.is(home);
        if (!ofMaster && !appId.equals(home.getId()) && !appId.equals(home.getName())) {
            throw ApiException.forbidden("Not an admin of this app");
        }
        App app = ofMaster ? App.openByIdOrSlug(session, appId) : App.open(session, home.getName());
        PlatformCaller caller = new PlatformCaller(app, admin);
        session.setAttribute(ATTRIBUTE, caller);
        return caller;
    }

    /** The caller that this session's request was opened by, or null. */
    static PlatformCaller current(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE, PlatformCaller.class);
    }

    boolean holds(KeycloakSession session, AdminRole role) {
        return role.heldBy(admin, session, app.realm());
    }
}
