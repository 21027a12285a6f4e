/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.keycloak.models.RealmModel;

/**
 * Makes room in the realm for sessions of {@code heimdall.refresh_token_ttl_seconds}. Keycloak ends a session by the
 * realm's SSO limits, hours by default; the API's sessions are "remember me" ones, whose limits are separate, so browser
 * logins keep theirs.
 */
final class SessionLifetime {

    private SessionLifetime() {}

    /** Allows long sessions; for a realm that just became an app. */
    static void open(RealmModel realm) {
        realm.setRememberMe(true);
    }

    /** Raises the limits of long sessions to what the app asks for; never lowers one. */
    static void extend(RealmModel realm) {
        int seconds = AuthConfig.of(realm).refreshTokenTtl();
        if (realm.getSsoSessionMaxLifespanRememberMe() < seconds) {
            realm.setSsoSessionMaxLifespanRememberMe(seconds);
        }
        if (realm.getSsoSessionIdleTimeoutRememberMe() < seconds) {
            realm.setSsoSessionIdleTimeoutRememberMe(seconds);
        }
    }

    static boolean fits(RealmModel realm) {
        int seconds = AuthConfig.of(realm).refreshTokenTtl();
        return realm.getSsoSessionMaxLifespanRememberMe() >= seconds
                && realm.getSsoSessionIdleTimeoutRememberMe() >= seconds;
    }
}
