/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.error.ApiException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.jpa.entities.CredentialEntity;

/** Checks and sets passwords with Keycloak's credential store, policy and hashing. */
public final class Passwords {

    private static final String STORED = "select c from CredentialEntity c where c.user.id = :user and c.type = :type";

    private final KeycloakSession session;

    public Passwords(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Whether it is the user's password. Costs one password hash in every case, also for nobody and for a user without
     * a password, so that the time of an answer tells nothing.
     *
     * @param user null when there is no such user
     */
    public boolean matches(@Nullable UserModel user, String password) {
        if (user == null || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            hash(password);
            return false;
        }
        return user.credentialManager().isValid(UserCredentialModel.password(password));
    }

    /** Whether the user has one, here or in a directory. */
    public boolean has(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /**
     * Sets the user's password.
     *
     * @param field the body's field that an error names
     * @throws ApiException 400 when the realm's policy refuses it
     */
    public void set(UserModel user, String password, String field) {
        try {
            boolean replaces = lock(user);
            user.credentialManager().updateCredential(UserCredentialModel.password(password));
            if (replaces) {
                renew(user);
            }
        } catch (ModelException refusedByPolicy) {
            String word = refusedByPolicy.getMessage();
            if (word == null || refusedByPolicy.getCause() != null) {
                // Not the policy's: the database failed.
                throw refusedByPolicy;
            }
            throw ApiException.invalid(
                    List.of(new PolicyCheck(session).refusal(field, word, refusedByPolicy.getParameters())));
        }
    }

    /**
     * Keeps a sign-in that hashes the password anew from writing it until this transaction ends, and reads what one may
     * have written just before.
     *
     * @return whether the database holds a password of the user
     */
    private boolean lock(UserModel user) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<CredentialEntity> stored = database.createQuery(STORED, CredentialEntity.class)
                .setParameter("user", user.getId())
                .setParameter("type", PasswordCredentialModel.TYPE)
                .getResultList();
        stored.forEach(row -> database.refresh(row, LockModeType.PESSIMISTIC_WRITE));
        return !stored.isEmpty();
    }

    /**
     * Gives the stored password another id. A sign-in whose hash is of an older policy writes the password that it
     * checked anew, after its own end and by the id of then: beside a change that would bring the old password back.
     */
    private static void renew(UserModel user) {
        SubjectCredentialManager credentials = user.credentialManager();
        String before = null;
        for (CredentialModel stored : credentials.getStoredCredentialsStream().toList()) {
            if (PasswordCredentialModel.TYPE.equals(stored.getType())) {
                credentials.removeStoredCredentialById(stored.getId());
                stored.setId(null);
                String renewed = credentials.createStoredCredential(stored).getId();
                credentials.moveStoredCredentialTo(renewed, before);
                return;
            }
            before = stored.getId();
        }
    }

    private void hash(String password) {
        RealmModel realm = session.getContext().getRealm();
        PasswordPolicy policy = realm.getPasswordPolicy();
        String algorithm = policy.getHashAlgorithm();
        PasswordHashProvider provider = algorithm == null
                ? session.getProvider(PasswordHashProvider.class)
                : session.getProvider(PasswordHashProvider.class, algorithm);
        provider.encodedCredential(password, policy.getHashIterations());
    }
}
