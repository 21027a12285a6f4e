/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.keycloak.runtime.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * What someone who is signed in sends their browser off with, to link a provider: a browser that is sent somewhere
 * carries no bearer.
 */
record LinkTicket(String appId, String alias, ReturnTo returnTo, LinkOwner owner) {

    private static final String APP = "app";
    private static final String ALIAS = "alias";
    private static final String RETURN_TO = "return_to";

    static Vouchers<LinkTicket> all(KeycloakSession session) {
        return new Vouchers<>(session, "link-ticket", LinkTicket::kept, LinkTicket::of);
    }

    /**
     * Uses up a ticket to link that provider at the app; any other stays good for what it is for.
     *
     * @param ticket null is none
     */
    static Optional<LinkTicket> take(App app, String alias, @Nullable String ticket) {
        KeycloakSession session = app.session();
        Vouchers<LinkTicket> tickets = all(session);
        return tickets.find(ticket)
                .filter(found -> found.appId().equals(app.id()) && found.alias().equals(alias))
                .flatMap(found -> tickets.take(ticket));
    }

    private static LinkTicket of(Map<String, String> kept) {
        return new LinkTicket(
                Notes.require(kept, APP),
                Notes.require(kept, ALIAS),
                new ReturnTo(Notes.require(kept, RETURN_TO)),
                LinkOwner.require(kept));
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(APP, appId, ALIAS, alias, RETURN_TO, returnTo.url()));
        owner.keepIn(kept);
        return kept;
    }
}
