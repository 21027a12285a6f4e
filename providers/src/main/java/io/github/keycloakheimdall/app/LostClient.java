/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Which client an app lost on this node a short while ago. What roles remember of it is believed for that long: later,
 * or of another client, it may be what someone wrote there to get rights.
 */
final class LostClient {

    private static final Cache<String, String> LOST = Caffeine.newBuilder()
            .maximumSize(1000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private LostClient() {}

    /** Starts to listen; to be called once, when the server starts. */
    static void listen(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof ClientModel.ClientRemovedEvent removed
                    && AppModel.CLIENT_ID.equals(removed.getClient().getClientId())
                    && AppClient.isMarked(removed.getClient())) {
                LOST.put(
                        removed.getClient().getRealm().getId(),
                        removed.getClient().getId());
            }
        });
    }

    /** Whether that was the realm's client, by Keycloak's own id, until shortly. */
    static boolean was(String realmId, @Nullable String clientId) {
        return clientId != null && clientId.equals(LOST.getIfPresent(realmId));
    }
}
