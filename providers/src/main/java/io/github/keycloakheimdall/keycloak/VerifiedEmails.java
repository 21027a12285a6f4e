/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Looks for verified emails in the database: for an answer that must not be the cache's of a moment ago. */
public final class VerifiedEmails {

    private VerifiedEmails() {}

    /** Whether an account other than the user's has that email, in lower case, verified. */
    public static boolean heldByAnother(KeycloakSession session, RealmModel realm, UserModel user, String email) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return database.createQuery(
                                "select count(u) from UserEntity u where u.realmId = :realm and u.email = :email"
                                        + " and u.emailVerified = true and u.id <> :user",
                                Long.class)
                        .setParameter("realm", realm.getId())
                        .setParameter("email", email)
                        .setParameter("user", user.getId())
                        .getSingleResult()
                > 0;
    }
}
