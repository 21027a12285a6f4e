/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.admin;

import jakarta.persistence.Query;
import java.util.Set;

/**
 * Which realms someone may look into, told without naming each.
 *
 * @param all whether every realm
 * @param ids realms, by their ids
 * @param clientIds realms, by the clients that administer them
 */
public record SeenRealms(boolean all, Set<String> ids, Set<String> clientIds) {

    static final SeenRealms ALL = new SeenRealms(true, Set.of(), Set.of());

    /** None at all. */
    public static final SeenRealms NONE = new SeenRealms(false, Set.of(), Set.of());

    static SeenRealms one(String id) {
        return new SeenRealms(false, Set.of(id), Set.of());
    }

    static SeenRealms ofClients(Set<String> clientIds) {
        return clientIds.isEmpty() ? NONE : new SeenRealms(false, Set.of(), clientIds);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return !all && ids.isEmpty() && clientIds.isEmpty();
    }

    /**
     * A condition of a query.
     *
     * @param realm the name that a {@code RealmEntity} has in it
     */
    public String condition(String realm) {
        if (all) {
            return "1 = 1";
        }
        return clientIds.isEmpty()
                ? realm + ".id in (:seenIds)"
                : "exists (select c.id from ClientEntity c where c.id = " + realm + ".masterAdminClient"
                        + " and c.clientId in (:seenClients))";
    }

    /** Fills the condition's parameters in. */
    public <Q extends Query> Q fill(Q query) {
        if (!all && clientIds.isEmpty()) {
            query.setParameter("seenIds", ids);
        } else if (!all) {
            query.setParameter("seenClients", clientIds);
        }
        return query;
    }
}
