/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.keycloak.runtime.Notes;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** What a code stands for that brings back a link: an account at a provider that waits for who asked for it. */
record LinkCode(String appId, ProvenIdentity identity, LinkOwner owner) {

    private static final String APP = "app";
    private static final String ALIAS = "alias";
    private static final String ID = "id";
    private static final String USERNAME = "username";

    static Vouchers<LinkCode> all(KeycloakSession session) {
        return new Vouchers<>(session, "link-code", LinkCode::kept, LinkCode::of);
    }

    private static LinkCode of(Map<String, String> kept) {
        return new LinkCode(
                Notes.require(kept, APP),
                new ProvenIdentity(Notes.require(kept, ALIAS), Notes.require(kept, ID), kept.get(USERNAME)),
                LinkOwner.require(kept));
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(APP, appId, ALIAS, identity.alias(), ID, identity.id()));
        if (identity.username() != null) {
            kept.put(USERNAME, identity.username());
        }
        owner.keepIn(kept);
        return kept;
    }
}
