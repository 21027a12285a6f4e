/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import java.util.List;
import java.util.Map;

/**
 * A signin that waits for its second factor.
 *
 * @param amr what was proved so far
 * @param expiry seconds since the epoch
 */
record MfaChallenge(String appId, String userId, List<String> amr, int expiry) {

    private static final String APP = "app";
    private static final String USER = "user";
    private static final String AMR = "amr";
    private static final String EXPIRY = "expiry";

    static MfaChallenge of(Map<String, String> notes) {
        return new MfaChallenge(
                notes.get(APP),
                notes.get(USER),
                List.of(notes.get(AMR).split(" ")),
                Integer.parseInt(notes.get(EXPIRY)));
    }

    Map<String, String> notes() {
        return Map.of(APP, appId, USER, userId, AMR, String.join(" ", amr), EXPIRY, String.valueOf(expiry));
    }

    /** Every app's challenges are kept in one place, so each says whose it is. */
    boolean isOpen(String app, int now) {
        return appId.equals(app) && now < expiry;
    }
}
