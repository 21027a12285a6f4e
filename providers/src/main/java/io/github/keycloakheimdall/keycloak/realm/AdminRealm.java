/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realm of the server's admins, "master" unless the server was told otherwise when it started. */
public final class AdminRealm {

    /** Keycloak resolves it anew at each question, through all sources of its configuration. */
    private static final String NAME = Config.getAdminRealm();

    private AdminRealm() {}

    /** That realm. */
    public static RealmModel of(KeycloakSession session) {
        return session.realms().getRealmByName(NAME);
    }

    public static boolean is(RealmModel realm) {
        return NAME.equals(realm.getName());
    }
}
