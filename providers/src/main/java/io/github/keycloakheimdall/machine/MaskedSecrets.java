/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.realm.ImportedSecrets;
import io.github.keycloakheimdall.keycloak.realm.MachineClients;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Keeps out of an app what Keycloak's exports have in place of a secret. Imported again it is one, for Keycloak's own
 * token endpoint too, and everyone knows it.
 */
public final class MaskedSecrets {

    private static final Logger LOG = Logger.getLogger(MaskedSecrets.class);

    private MaskedSecrets() {}

    /** Starts to listen; to be called once, when the server starts. */
    public static void listen(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof ClientModel.ClientUpdatedEvent updated) {
                ClientModel client = updated.getUpdatedClient();
                if (MachineClients.isId(client.getClientId()) && ImportedSecrets.isMasked(client)) {
                    close(
                            updated.getKeycloakSession()
                                    .realms()
                                    .getRealm(client.getRealm().getId()),
                            client);
                }
            }
        });
    }

    private static void close(RealmModel realm, ClientModel client) {
        if (AppModel.isApp(realm)) {
            ImportedSecrets.close(realm.getClientById(client.getId()));
            LOG.warnf(
                    "Realm %s: machine client %s was imported without its secret; give it a new one by"
                            + " /credentials/%s/rotate",
                    realm.getName(), client.getClientId(), client.getClientId());
        }
    }
}
