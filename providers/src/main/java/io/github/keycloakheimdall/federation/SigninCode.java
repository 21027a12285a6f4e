/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.FirstProof;
import io.github.keycloakheimdall.keycloak.runtime.Notes;
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
    private static final String STANDING = "standing";
    private static final String EXPIRY = "expiry";

    static SigninCode of(Map<String, String> kept) {
        return new SigninCode(
                Notes.require(kept, APP),
                Notes.require(kept, USER),
                FirstProof.of(kept),
                Notes.require(kept, STANDING),
                Integer.parseInt(Notes.require(kept, EXPIRY)));
    }

    Map<String, String> kept() {
        Map<String, String> kept = proof.kept();
        kept.putAll(Map.of(APP, appId, USER, userId, STANDING, standing, EXPIRY, String.valueOf(expiry)));
        return kept;
    }
}
