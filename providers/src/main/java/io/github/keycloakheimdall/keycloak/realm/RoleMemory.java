/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.cache.infinispan.RealmCacheSession;

/**
 * What is worked out of a role and of all that it is composed of, kept until Keycloak drops anything from its cache of
 * realms, clients, roles and groups, of any realm and for a change on any node. Keycloak counts that, so an edit of a
 * role holds at once, as if nothing were remembered. Belongs to one session.
 */
public final class RoleMemory {

    private static final int ROLES = 1_000;

    /** What is known since the count had that value. */
    private record Known(long count, Map<String, Object> byRole) {}

    private final @Nullable RealmCacheSession cache;
    private final RealmModel realm;

    /** The memory as the session sees it; without one where Keycloak's cache of realms is switched off. */
    public RoleMemory(KeycloakSession session, RealmModel realm) {
        this.cache = session.realms() instanceof RealmCacheSession caching ? caching : null;
        this.realm = realm;
    }

    /**
     * What was worked out before, or is now. To be asked before the session changes a role: it sees its own change,
     * while nothing was dropped yet.
     *
     * @param work depends on the role and its parts alone, is of one kind for all roles, and does not give null
     */
    @SuppressWarnings("unchecked")
    public <T> T remember(RoleModel role, Supplier<T> work) {
        // A session keeps what it read, so one that was there before the last change neither asks nor adds.
        if (cache == null || cache.getStartupRevision() != cache.getCache().getCurrentCounter()) {
            return work.get();
        }
        Map<String, Object> known = known(cache.getStartupRevision());
        Object of = known.get(role.getId());
        if (of == null) {
            of = work.get();
            if (known.size() < ROLES) {
                known.put(role.getId(), of);
            }
        }
        return (T) of;
    }

    private Map<String, Object> known(long count) {
        AtomicReference<Known> holder =
                RealmMemory.remember(realm, RoleMemory.class, () -> new AtomicReference<>(empty(count)));
        return holder.updateAndGet(known -> known.count() == count ? known : empty(count))
                .byRole();
    }

    private static Known empty(long count) {
        return new Known(count, new ConcurrentHashMap<>());
    }
}
