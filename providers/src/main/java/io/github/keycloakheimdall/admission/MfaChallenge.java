/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.keycloak.runtime.Notes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signin that waits for its second factor.
 *
 * @param first what was proved so far
 * @param tenantId the tenant to sign in to, or null
 * @param standing how things stood with the account when it was opened
 * @param expiry seconds since the epoch
 */
public record MfaChallenge(
        String appId,
        String userId,
        FirstProof first,
        @Nullable String tenantId,
        String standing,
        int expiry) {

    private static final String APP = "app";
    private static final String USER = "user";
    private static final String TENANT = "tenant";
    private static final String STANDING = "standing";
    private static final String EXPIRY = "expiry";

    static MfaChallenge of(Map<String, String> notes) {
        return new MfaChallenge(
                Notes.require(notes, APP),
                Notes.require(notes, USER),
                FirstProof.of(notes),
                notes.get(TENANT),
                Notes.require(notes, STANDING),
                Integer.parseInt(Notes.require(notes, EXPIRY)));
    }

    Map<String, String> notes() {
        Map<String, String> notes = first.kept();
        notes.putAll(Map.of(APP, appId, USER, userId, STANDING, standing, EXPIRY, String.valueOf(expiry)));
        if (tenantId != null) {
            notes.put(TENANT, tenantId);
        }
        return notes;
    }

    /** Every app's challenges are kept in one place, so each says whose it is. */
    boolean isOpen(String app, int now) {
        return appId.equals(app) && now < expiry;
    }
}
