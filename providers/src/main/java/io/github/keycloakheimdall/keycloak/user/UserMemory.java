/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.realm.RealmMemory;
import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * What is worked out of a user and the realm's settings together, kept beside Keycloak's own cached copy of the user
 * and gone with it, on every node, when the user changes; a change of the realm has it worked out anew. Safe for use by
 * many threads at once.
 */
public final class UserMemory {

    private UserMemory() {}

    /**
     * What was worked out before, or is now. A user whom this request changed is looked at each time.
     *
     * @param key tells this from all else that is remembered; its class should be of the caller's own
     * @param work depends on the user and the realm's settings alone, or on what changes only with {@link UserLock}
     *     taken, and does not give null
     */
    @SuppressWarnings("unchecked")
    public static <T> T remember(RealmModel realm, UserModel user, Object key, Supplier<T> work) {
        if (!(user instanceof CachedUserModel cached) || cached.isMarkedForEviction()) {
            return work.get();
        }
        Object settings = RealmMemory.remember(realm, Settings.class, Object::new);
        Map<Object, Object> beside = cached.getCachedWith();
        if (beside.get(key) instanceof Worked known && known.settings() == settings) {
            return (T) known.result();
        }
        T result = work.get();
        beside.put(key, new Worked(settings, result));
        return result;
    }

    /** Names the realm's settings as they are: another object stands for them after each change. */
    private static final class Settings {}

    private record Worked(Object settings, Object result) {}
}
