/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.app.App;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds whom a signin means: by username, or by an email that was verified. */
final class Identifier {

    private final KeycloakSession session;
    private final App app;

    Identifier(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /** The user, or null. An unverified email finds nobody: whoever typed it first may not own it. */
    UserModel resolve(String identifier) {
        if (identifier.indexOf('@') < 0) {
            return session.users().getUserByUsername(app.realm(), identifier);
        }
        UserModel user = session.users().getUserByEmail(app.realm(), identifier);
        if (user == null) {
            user = session.users().getUserByUsername(app.realm(), identifier);
        }
        return user == null || identifier.equalsIgnoreCase(user.getEmail()) && !user.isEmailVerified() ? null : user;
    }
}
