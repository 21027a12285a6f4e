/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/**
 * Makes room in the realm for sessions of {@code heimdall.refresh_token_ttl_seconds}. Keycloak ends a session by the
 * realm's SSO limits, hours by default; the API's sessions are "remember me" ones, whose limits are separate, so
 * browser logins keep theirs.
 */
final class SessionLifetime {

    private static final Logger LOG = Logger.getLogger(SessionLifetime.class);

    private SessionLifetime() {}

    /** Allows long sessions, and raises their limits to what the app asks for; never lowers one. */
    static void open(RealmModel realm) {
        int seconds = AuthConfig.of(realm).refreshTokenTtl();
        if (!realm.isRememberMe()) {
            realm.setRememberMe(true);
        }
        if (realm.getSsoSessionMaxLifespanRememberMe() < seconds) {
            realm.setSsoSessionMaxLifespanRememberMe(seconds);
        }
        if (realm.getSsoSessionIdleTimeoutRememberMe() < seconds) {
            realm.setSsoSessionIdleTimeoutRememberMe(seconds);
        }
    }

    /** Undoes what would end the sessions of an app, in the transaction that did it: none of them is to see it. */
    static void mend(RealmModel realm) {
        if (fits(realm)) {
            return;
        }
        String was = describe(realm);
        open(realm);
        LOG.warnf(
                "Realm %s was saved with %s, by which sessions of its app would end too early, and has %s now; say so"
                        + " where the realm is written, or set %s=false to end the app",
                realm.getName(), was, describe(realm), Toggle.ENABLED.attribute());
    }

    static boolean fits(RealmModel realm) {
        return fits(realm, AuthConfig.of(realm));
    }

    /** The same with the toggles at hand. */
    static boolean fits(RealmModel realm, AuthConfig config) {
        int seconds = config.refreshTokenTtl();
        return realm.isRememberMe()
                && realm.getSsoSessionMaxLifespanRememberMe() >= seconds
                && realm.getSsoSessionIdleTimeoutRememberMe() >= seconds;
    }

    private static String describe(RealmModel realm) {
        return "rememberMe=%s, ssoSessionMaxLifespanRememberMe=%d, ssoSessionIdleTimeoutRememberMe=%d"
                .formatted(
                        realm.isRememberMe(),
                        realm.getSsoSessionMaxLifespanRememberMe(),
                        realm.getSsoSessionIdleTimeoutRememberMe());
    }
}
