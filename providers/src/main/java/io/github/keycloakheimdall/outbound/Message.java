/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.outbound;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.util.Map;

/**
 * Something to send.
 *
 * @param id the same each time that it is sent
 * @param body JSON
 */
public record Message(String url, SigningSecret secret, String id, String body) {

    /** The headers that sign it now. */
    public Map<String, String> headers() {
        return Signature.headers(secret, id, Clock.seconds(), body);
    }
}
