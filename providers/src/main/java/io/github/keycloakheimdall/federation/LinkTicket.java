/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** What someone who is signed in sends their browser off with, to link a provider: a browser that is sent somewhere carries no bearer. */
record LinkTicket(String appId, String alias, ReturnTo returnTo, LinkOwner owner) {

    private static final String APP = "app";
    private static final String ALIAS = "alias";
    private static final String RETURN_TO = "return_to";

    static Vouchers<LinkTicket> all(KeycloakSession session) {
        return new Vouchers<>(session, "link-ticket", LinkTicket::kept, LinkTicket::of);
    }

    private static LinkTicket of(Map<String, String> kept) {
        return new LinkTicket(kept.get(APP), kept.get(ALIAS), new ReturnTo(kept.get(RETURN_TO)), LinkOwner.of(kept));
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(APP, appId, ALIAS, alias, RETURN_TO, returnTo.url()));
        owner.keepIn(kept);
        return kept;
    }
}
