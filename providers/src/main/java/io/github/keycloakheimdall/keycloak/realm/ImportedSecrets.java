/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import io.github.keycloakheimdall.keycloak.runtime.Digest;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The secrets of clients that came out of one of Keycloak's exports, which have asterisks in their place. */
public final class ImportedSecrets {

    private static final String MASK = ComponentRepresentation.SECRET_VALUE;

    /** The hash of a secret that nobody was told. */
    private static final String UNTOLD = "heimdall.secret_untold";

    private final EntityManager database;
    private final RealmModel realm;

    public ImportedSecrets(KeycloakSession session, RealmModel realm) {
        this.database = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /** Whether the client's secret is what stands in exports for any, and so is known to everyone. */
    public static boolean isMasked(ClientModel client) {
        return MASK.equals(client.getSecret());
    }

    /** Gives the client a secret that nobody knows. */
    public static void close(ClientModel client) {
        client.setAttribute(UNTOLD, Digest.hex(KeycloakModelUtils.generateSecret(client)));
    }

    /** Forgets that nobody knew the client's secret. */
    static void forget(ClientModel client) {
        client.removeAttribute(UNTOLD);
    }

    /** The ids of the clients that have a secret which nobody knows still, at most so many. */
    public List<String> untold(int limit) {
        return database.createQuery(
                        "select client.id from ClientAttributeEntity attribute join attribute.client client"
                                + " where attribute.name = :name and client.realmId = :realm order by client.clientId",
                        String.class)
                .setParameter("name", UNTOLD)
                .setParameter("realm", realm.getId())
                .setMaxResults(limit)
                .getResultStream()
                .map(realm::getClientById)
                .filter(ImportedSecrets::isUntold)
                .map(ClientModel::getClientId)
                .toList();
    }

    /** Whether any confidential client of the realm has a secret that everyone knows. */
    public boolean anyMasked() {
        return !database.createQuery(
                        "select client.id from ClientEntity client where client.realmId = :realm"
                                + " and client.secret = :mask and client.publicClient = false",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("mask", MASK)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static boolean isUntold(@Nullable ClientModel client) {
        return client != null
                && client.getSecret() != null
                && Digest.hex(client.getSecret()).equals(client.getAttribute(UNTOLD));
    }
}
