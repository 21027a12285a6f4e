/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the table of apps says of whether a realm is one for now. */
final class OptInRecord {

    private OptInRecord() {}

    /** Whether the realm became an app, whatever of it is left, and did not leave since. */
    static boolean isIn(KeycloakSession session, RealmModel realm) {
        AppEntity row = AppRows.row(session, realm.getId());
        return row != null && !Boolean.FALSE.equals(row.optedIn);
    }

    /** Keeps that the realm became an app, which has a row. */
    static void enter(KeycloakSession session, RealmModel realm) {
        AppEntity row = AppRows.row(session, realm.getId());
        if (!Boolean.TRUE.equals(row.optedIn)) {
            row.optedIn = true;
        }
    }

    /** Keeps that the realm is no app for now, if it ever was one. */
    static void exit(KeycloakSession session, RealmModel realm) {
        AppEntity row = AppRows.row(session, realm.getId());
        if (row != null) {
            row.optedIn = false;
        }
    }
}
