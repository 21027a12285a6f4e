/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;

/** The origins whose browsers may use a client. */
public final class WebOrigins {

    private WebOrigins() {}

    /** Those of the client's settings, with the sign for its redirect URIs resolved; {@code *} stands for any. */
    public static Set<String> of(KeycloakSession session, ClientModel client) {
        return WebOriginsUtils.resolveValidWebOrigins(session, client);
    }
}
