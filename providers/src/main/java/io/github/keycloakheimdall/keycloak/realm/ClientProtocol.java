/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What Keycloak calls the protocols of clients. */
public final class ClientProtocol {

    public static final String OIDC = OIDCLoginProtocol.LOGIN_PROTOCOL;

    private ClientProtocol() {}
}
