/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Finds realms by what is set in them, without loading every realm. */
public final class RealmsWithAttribute {

    private static final String QUERY = "select a.realm.id from RealmAttributeEntity a where a.name = :name"
            + " and not exists (select c.id from ComponentEntity c where c.realm = a.realm and c.providerId ="
            + " :provider)";

    private static final String ON =
            "select a.realm.id from RealmAttributeEntity a where a.name = :name and lower(trim(a.value)) = 'true'"
                    + " and a.realm.name <> :admins";

    private static final String WITH_EVENTS = " and a.realm.eventsEnabled = true";

    private RealmsWithAttribute() {}

    /** The ids of the realms, but for that of the server's admins, in which the attribute is on. */
    public static List<String> on(KeycloakSession session, String attribute) {
        return on(session, attribute, ON);
    }

    /** Those of them that keep the events of users. */
    public static List<String> onWithEvents(KeycloakSession session, String attribute) {
        return on(session, attribute, ON + WITH_EVENTS);
    }

    private static List<String> on(KeycloakSession session, String attribute, String query) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(query, String.class)
                .setParameter("name", attribute)
                .setParameter("admins", Config.getAdminRealm())
                .getResultList();
    }

    /** The ids of the realms that have the attribute, whatever its value, and no component of that provider. */
    public static List<String> withoutComponent(KeycloakSession session, String attribute, String providerId) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(QUERY, String.class)
                .setParameter("name", attribute)
                .setParameter("provider", providerId)
                .getResultList();
    }
}
