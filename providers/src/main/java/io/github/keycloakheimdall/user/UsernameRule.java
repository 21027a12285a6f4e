/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.keycloak.user.UsernameProfile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which usernames a new account may have: by the rules of this API and of the realm's user profile, and nobody's. */
public final class UsernameRule {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UsernameProfile profile;

    public UsernameRule(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.profile = new UsernameProfile(session);
    }

    public boolean allows(String username) {
        return Usernames.fault(session, realm, username) == null && profile.allows(username);
    }
}
