/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RoleContainerModel;

/**
 * Which permissions were deleted on this node a short while ago. What roles remember of them is believed for that long,
 * as with {@link LostClient}.
 */
final class LostPermissions {

    private static final Cache<String, Boolean> LOST = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private LostPermissions() {}

    /** Starts to listen; to be called once, when the server starts. */
    static void listen(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RoleContainerModel.RoleRemovedEvent removed
                    && removed.getRole().getContainer() instanceof ClientModel client
                    && AppModel.CLIENT_ID.equals(client.getClientId())
                    && AppClient.isMarked(client)) {
                LOST.put(key(client.getId(), removed.getRole().getName()), Boolean.TRUE);
            }
        });
    }

    /** Whether that client, by Keycloak's own id, had the permission until shortly. */
    static boolean had(String clientId, String name) {
        return LOST.getIfPresent(key(clientId, name)) != null;
    }

    private static String key(String clientId, String name) {
        return clientId + ':' + name;
    }
}
