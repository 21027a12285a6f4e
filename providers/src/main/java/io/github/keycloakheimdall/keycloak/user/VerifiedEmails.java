/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keycloak.storage.StorageId;

/**
 * Looks for the accounts that have an email in the database: for an answer that must not be the cache's of a moment
 * ago. Emails are given in lower case. Accounts that a federation keeps to itself are not there.
 */
public final class VerifiedEmails {

    private static final String WITH_EMAIL = " u where u.realmId = :realm and u.email = :email";

    private final EntityManager database;
    private final RealmModel realm;

    public VerifiedEmails(KeycloakSession session, RealmModel realm) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /** Waits for whoever changes an account with that email, and has others wait until the transaction ends. */
    public void lock(String email) {
        database.createQuery("select u from UserEntity" + WITH_EMAIL + " order by u.id", UserEntity.class)
                .setParameter("realm", realm.getId())
                .setParameter("email", email)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Whether an account other than the user's has that email verified. */
    public boolean heldByAnother(UserModel user, String email) {
        return ids("u.emailVerified = true", email).stream().anyMatch(id -> !id.equals(user.getId()));
    }

    /** Whether the user's email is still that one; the user is read from the database from then on. */
    public boolean isStillOf(UserModel user, String email) {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
        return !StorageId.isLocalStorage(user.getId())
                || ids("u.email is not null", email).contains(user.getId());
    }

    /** The ids of those who have the email and did not verify it. */
    public List<String> claimants(String email) {
        return ids("u.emailVerified = false", email);
    }

    private List<String> ids(String which, String email) {
        TypedQuery<String> query = database.createQuery(
                "select u.id from UserEntity" + WITH_EMAIL + " and " + which + " order by u.id", String.class);
        return query.setParameter("realm", realm.getId())
                .setParameter("email", email)
                .getResultList();
    }
}
