/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accounts that have an email in Keycloak's own field, verified or not. */
public final class EmailHolders {

    private static final Logger LOG = Logger.getLogger(EmailHolders.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public EmailHolders(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * One at most, from the cache; where several may have one email, or have it still, all of them, which is asked
     * anew.
     */
    public Stream<UserModel> of(String email) {
        UserLookup lookup = new UserLookup(session, realm);
        if (realm.isDuplicateEmailsAllowed()) {
            return lookup.allByEmail(email);
        }
        try {
            return Stream.ofNullable(lookup.byEmail(email));
        } catch (ModelDuplicateException several) {
            LOG.debugf(several, "Realm %s lets nobody share an email, and some do", realm.getName());
            return lookup.allByEmail(email);
        }
    }
}
