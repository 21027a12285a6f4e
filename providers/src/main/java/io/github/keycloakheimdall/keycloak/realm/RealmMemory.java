/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Map;
import java.util.function.Supplier;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CachedRealmModel;

/**
 * What is worked out of a realm's settings, kept beside Keycloak's own cached copy of the realm and gone with it, on
 * every node, when the realm changes. Safe for use by many threads at once.
 */
public final class RealmMemory {

    private RealmMemory() {}

    /**
     * What was worked out before, or is now. To be asked before the session changes the realm: the session sees its
     * change, while the copy is still that of everyone else.
     *
     * @param key tells this from all else that is remembered; its class should be of the caller's own
     * @param work depends on the realm's settings alone and does not give null
     */
    @SuppressWarnings("unchecked")
    public static <T> T remember(RealmModel realm, Object key, Supplier<T> work) {
        if (!(realm instanceof CachedRealmModel cached)) {
            return work.get();
        }
        Map<Object, Object> beside = cached.getCachedWith();
        Object known = beside.get(key);
        if (known == null) {
            known = work.get();
            beside.put(key, known);
        }
        return (T) known;
    }
}
