/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** When a machine client last got a token, kept with the client, to the minute. */
final class MachineUse {

    private static final Logger LOG = Logger.getLogger(MachineUse.class);
    private static final String ATTRIBUTE = "heimdall.last_used_at";
    private static final long INTERVAL_SECONDS = 60;

    private final KeycloakSession session;
    private final App app;

    MachineUse(App app) {
        this.session = app.session();
        this.app = app;
    }

    /** The last use, or null. */
    static @Nullable Instant of(ClientModel client) {
        String value = client.getAttribute(ATTRIBUTE);
        return value == null || !value.matches("\\d{1,18}") ? null : Instant.ofEpochSecond(Long.parseLong(value));
    }

    /** Apart from the request, which a busy database must not fail. */
    void note(ClientModel client) {
        long now = Clock.seconds();
        Instant last = of(client);
        if (last != null && last.getEpochSecond() > now - INTERVAL_SECONDS) {
            return;
        }
        try {
            OwnTransaction.run(session, own -> {
                ClientModel fresh = own.realms().getRealm(app.id()).getClientById(client.getId());
                if (fresh != null) {
                    fresh.setAttribute(ATTRIBUTE, Long.toString(now));
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "The use of client %s of realm %s could not be noted", client.getClientId(), app.slug());
        }
    }
}
