/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.realm.ProfileAttributes;
import io.github.keycloakheimdall.keycloak.runtime.Database;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.jpa.entities.UserEntity;

/**
 * A user as the database has them, whatever directory they may be of. Within a transaction that changes them there
 * are two: as everyone else still sees them, and as they will be.
 *
 * @param mustEnrolOtp whether they have to set up a second factor
 * @param hasOtp whether they have one
 * @param roles names of the realm roles that they were given
 */
public record StoredUser(
        String id,
        String username,
        String email,
        boolean emailVerified,
        UserStatus status,
        boolean mustEnrolOtp,
        boolean hasOtp,
        Set<String> roles) {

    /**
     * As the session's transaction leaves them; empty for who has no row, because a directory keeps them or they are
     * gone.
     */
    public static Optional<StoredUser> now(KeycloakSession session, String userId) {
        Database.flush(session);
        return find(session, userId);
    }

    /**
     * As everyone else sees them, read on another connection; empty for who is being made. To be asked after
     * {@link #now}: where two transactions change the same user, the second waits there for the first, and then sees
     * here what it did.
     */
    public static Optional<StoredUser> before(KeycloakSession session, String userId) {
        return OwnTransaction.call(session.getKeycloakSessionFactory(), own -> find(own, userId));
    }

    private static Optional<StoredUser> find(KeycloakSession session, String userId) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return Optional.ofNullable(database.find(UserEntity.class, userId))
                .filter(user -> user.getServiceAccountClientLink() == null)
                .map(user -> of(database, user));
    }

    private static StoredUser of(EntityManager database, UserEntity user) {
        String status = user.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(ProfileAttributes.STATUS))
                .map(attribute -> attribute.getValue())
                .findFirst()
                .orElse(null);
        return new StoredUser(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.isEmailVerified(),
                UserStatus.of(user.isEnabled(), status),
                user.getRequiredActions().stream()
                        .anyMatch(action -> action.getAction().equals(UserModel.RequiredAction.CONFIGURE_TOTP.name())),
                user.getCredentials().stream()
                        .anyMatch(credential -> credential.getType().equals(OTPCredentialModel.TYPE)),
                Set.copyOf(roles(database, user)));
    }

    private static List<String> roles(EntityManager database, UserEntity user) {
        return database.createQuery(
                        "select role.name from UserRoleMappingEntity given, RoleEntity role"
                                + " where given.user = :user and role.id = given.roleId and role.clientRole = false",
                        String.class)
                .setParameter("user", user)
                .getResultList();
    }
}
