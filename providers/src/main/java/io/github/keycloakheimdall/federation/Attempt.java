/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.keycloak.runtime.Notes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to an identity provider and back that was started and is not over: a sign-in, or a link.
 *
 * @param redirectUri where the provider sends the browser, which it is told a second time
 * @param cookie the hash of what the browser keeps that started it
 * @param expiry seconds since the epoch
 * @param owner whose account is to be linked; null where someone signs in
 * @param notes what the provider's answer is checked against
 */
record Attempt(
        String appId,
        String alias,
        ReturnTo returnTo,
        String redirectUri,
        String cookie,
        int expiry,
        @Nullable LinkOwner owner,
        Map<String, String> notes) {

    private static final String APP = "app";
    private static final String ALIAS = "alias";
    private static final String RETURN_TO = "return_to";
    private static final String REDIRECT_URI = "redirect_uri";
    private static final String COOKIE = "cookie";
    private static final String EXPIRY = "expiry";
    private static final String NOTE = "note.";

    static Attempt of(Map<String, String> kept) {
        Map<String, String> notes = new HashMap<>();
        kept.forEach((name, value) -> {
            if (name.startsWith(NOTE)) {
                notes.put(name.substring(NOTE.length()), value);
            }
        });
        return new Attempt(
                Notes.require(kept, APP),
                Notes.require(kept, ALIAS),
                new ReturnTo(Notes.require(kept, RETURN_TO)),
                Notes.require(kept, REDIRECT_URI),
                Notes.require(kept, COOKIE),
                Integer.parseInt(Notes.require(kept, EXPIRY)),
                LinkOwner.of(kept),
                notes);
    }

    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(
                APP,
                appId,
                ALIAS,
                alias,
                RETURN_TO,
                returnTo.url(),
                REDIRECT_URI,
                redirectUri,
                COOKIE,
                cookie,
                EXPIRY,
                String.valueOf(expiry)));
        if (owner != null) {
            owner.keepIn(kept);
        }
        notes.forEach((name, value) -> kept.put(NOTE + name, value));
        return kept;
    }
}
