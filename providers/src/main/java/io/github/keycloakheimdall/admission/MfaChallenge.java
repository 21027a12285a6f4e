/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A signin that waits for its second factor.
 *
 * @param first what was proved so far
 * @param tenantId the tenant to sign in to, or null
 * @param standing how things stood with the account when it was opened
 * @param expiry seconds since the epoch
 */
public record MfaChallenge(
        String appId, String userId, FirstProof first, String tenantId, String standing, int expiry) {

    private static final String APP = "app";
    private static final String USER = "user";
    private static final String AMR = "amr";
    private static final String TENANT = "tenant";
    private static final String STANDING = "standing";
    private static final String EXPIRY = "expiry";
    private static final String NOTE = "note.";

    static MfaChallenge of(Map<String, String> notes) {
        return new MfaChallenge(
                notes.get(APP),
                notes.get(USER),
                new FirstProof(List.of(notes.get(AMR).split(" ")), own(notes)),
                notes.get(TENANT),
                notes.get(STANDING),
                Integer.parseInt(notes.get(EXPIRY)));
    }

    Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>(Map.of(
                APP,
                appId,
                USER,
                userId,
                AMR,
                String.join(" ", first.amr()),
                STANDING,
                standing,
                EXPIRY,
                String.valueOf(expiry)));
        first.notes().forEach((name, value) -> notes.put(NOTE + name, value));
        if (tenantId != null) {
            notes.put(TENANT, tenantId);
        }
        return notes;
    }

    private static Map<String, String> own(Map<String, String> notes) {
        Map<String, String> own = new HashMap<>();
        notes.forEach((name, value) -> {
            if (name.startsWith(NOTE)) {
                own.put(name.substring(NOTE.length()), value);
            }
        });
        return own;
    }

    /** Every app's challenges are kept in one place, so each says whose it is. */
    boolean isOpen(String app, int now) {
        return appId.equals(app) && now < expiry;
    }
}
