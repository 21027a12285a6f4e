/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Something that happens in an app and that none of Keycloak's events tells of. To be published within the transaction
 * that it happens in.
 *
 * @param data what the payload says of it; never a secret, a code or a token
 */
public record Occurrence(KeycloakSession session, RealmModel realm, EventKind kind, Map<String, String> data)
        implements ProviderEvent {

    /** Tells whoever listens. */
    public void publish() {
        session.getKeycloakSessionFactory().publish(this);
    }
}
