/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.FirstProof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a code stands for: somebody who signed in at a provider and has no session yet.
 *
 * @param standing how things stood with the account then
 * @param expiry seconds since the epoch
 */
record SigninCode(String appId, String userId, FirstProof proof, String standing, int expiry) {

    private static final String APP = "app";
    private static final String USER = "user";
    private static final String AMR = "amr";
    private static final String STANDING = "standing";
    private static final String EXPIRY = "expiry";
    private static final String NOTE = "note.";

    static SigninCode of(Map<String, String> kept) {
        Map<String, String> notes = new HashMap<>();
        kept.forEach((name, value) -> {
            if (name.startsWith(NOTE)) {
                notes.put(name.substring(NOTE.length()), value);
            }
        });
        return new SigninCode(
                kept.get(APP),
                kept.get(USER),
                new FirstProof(List.of(kept.get(AMR).split(" ")), notes),
                kept.get(STANDING),
                Integer.parseInt(kept.get(EXPIRY)));
    }

    Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>(Map.of(
                APP,
                appId,
                USER,
                userId,
                AMR,
                String.join(" ", proof.amr()),
                STANDING,
                standing,
                EXPIRY,
                String.valueOf(expiry)));
        proof.notes().forEach((name, value) -> kept.put(NOTE + name, value));
        return kept;
    }
}
