/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.SessionExpirationUtils;

/**
 * When Keycloak ends a session of this API by the limits of the realm and of the client as they are now, so that no
 * token promises more. In seconds since the epoch.
 */
public final class SessionEnd {

    private SessionEnd() {}

    /** When it ends however much it is used. */
    public static int latest(RealmModel realm, ClientModel client, UserSessionModel userSession) {
        long started = TimeUnit.SECONDS.toMillis(userSession.getStarted());
        // The session's part of the client was begun with it.
        return seconds(SessionExpirationUtils.calculateClientSessionMaxLifespanTimestamp(
                false, userSession.isRememberMe(), started, started, realm, client));
    }

    /** When it ends if it is used now and never again. */
    public static int unused(RealmModel realm, ClientModel client, UserSessionModel userSession) {
        long now = TimeUnit.SECONDS.toMillis(Clock.seconds());
        boolean remembered = userSession.isRememberMe();
        return seconds(Math.min(
                SessionExpirationUtils.calculateUserSessionIdleTimestamp(false, remembered, now, realm),
                SessionExpirationUtils.calculateClientSessionIdleTimestamp(false, remembered, now, realm, client)));
    }

    private static int seconds(long millis) {
        return (int) Math.min(Integer.MAX_VALUE, TimeUnit.MILLISECONDS.toSeconds(millis));
    }
}
