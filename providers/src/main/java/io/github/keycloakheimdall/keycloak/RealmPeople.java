/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** Whether a realm is in use. */
public final class RealmPeople {

    private RealmPeople() {}

    /** Whether the realm has users, service accounts aside, or reads a directory that may have some. */
    public static boolean exist(KeycloakSession session, RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                        .findAny()
                        .isPresent()
                || session.users().getUsersCount(realm) > 0;
    }
}
