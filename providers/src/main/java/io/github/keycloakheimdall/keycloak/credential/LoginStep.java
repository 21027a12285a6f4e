/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A step for users whom an earlier one found. */
abstract class LoginStep implements Authenticator {

    @Override
    public final boolean requiresUser() {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nobody is made to have what it asks for.
    }

    @Override
    public final void close() {
        // Holds nothing.
    }
}
