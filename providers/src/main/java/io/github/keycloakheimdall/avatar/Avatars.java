/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.avatar;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import io.github.keycloakheimdall.keycloak.user.UserMemory;
import io.github.keycloakheimdall.table.OwnTables;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The pictures that an app's users have of themselves; those of a directory's users are kept here too. */
public final class Avatars {

    private final KeycloakSession session;
    private final App app;

    public Avatars(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** Where anybody sees the user's picture; null where there is none. Asks the database nothing when warm. */
    public @Nullable String url(UserModel user) {
        boolean has = UserMemory.remember(app.realm(), user, Avatars.class, () -> has(user));
        return has ? place(user) : null;
    }

    private boolean has(UserModel user) {
        return !database()
                .createQuery(
                        "select row.userId from AvatarEntity row where row.userId = :user and row.realmId = :realm",
                        String.class)
                .setParameter("user", user.getId())
                .setParameter("realm", app.id())
                .getResultList()
                .isEmpty();
    }

    /**
     * The picture of the user of that id, if there is one. Whoever is disabled is not shown, nor whom a directory took
     * away; an id without a picture is looked up nowhere else.
     */
    Optional<Picture> find(String userId) {
        return Optional.ofNullable(database().find(AvatarEntity.class, userId))
                .filter(row -> row.realmId.equals(app.id()))
                .filter(row -> isShown(session.users().getUserById(app.realm(), userId)))
                .map(row -> new Picture(row.mediaType, row.picture));
    }

    private static boolean isShown(@Nullable UserModel user) {
        return user != null && user.isEnabled();
    }

    /** Puts it in place of the one before; gives back where it is seen. */
    String put(UserModel user, Picture picture) {
        lock(user);
        AvatarEntity row = database().find(AvatarEntity.class, user.getId());
        boolean added = row == null;
        if (added) {
            row = new AvatarEntity();
            row.userId = user.getId();
            row.realmId = app.id();
        }
        row.mediaType = picture.mediaType();
        row.picture = picture.bytes();
        row.updatedAt = Clock.millis();
        if (added) {
            database().persist(row);
        }
        return place(user);
    }

    /** Takes it away; false where there is none. */
    boolean remove(UserModel user) {
        lock(user);
        AvatarEntity row = database().find(AvatarEntity.class, user.getId());
        if (row != null) {
            database().remove(row);
        }
        return row != null;
    }

    /** Two uploads would both add a row, and one beside the end of an account would outlive it. */
    private void lock(UserModel user) {
        UserLock.acquire(session, user);
        if (session.users().getUserById(app.realm(), user.getId()) == null) {
            throw ApiException.bearerRequired();
        }
    }

    private String place(UserModel user) {
        return app.url("/avatars/" + Encode.encodePathSegmentAsIs(user.getId()));
    }

    private EntityManager database() {
        return OwnTables.entityManager(session);
    }
}
