/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accounts that have an email in Keycloak's own field, verified or not. */
public final class EmailHolders {

    private final KeycloakSession session;
    private final RealmModel realm;

    public EmailHolders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** One at most, from the cache; where the realm lets several have one email, all of them, which is asked anew. */
    public Stream<UserModel> of(String email) {
        UserLookup lookup = new UserLookup(session, realm);
        return realm.isDuplicateEmailsAllowed() ? lookup.allByEmail(email) : Stream.ofNullable(lookup.byEmail(email));
    }
}
