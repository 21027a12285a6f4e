/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.freshness;

import io.github.keycloakheimdall.client.HeimdallApi;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** A request that changes how an account is got into. */
record Deed(Method method, String path, Object body) {

    static final int WITHOUT_FACTOR = 4;

    private static final String CONTACTS = "/me/contacts";
    private static final String FACTORS = "/me/mfa/factors";

    /**
     * All that there are for the user who has them, in an order in which each works; the first
     * {@link #WITHOUT_FACTOR} also for one who has no factor yet.
     *
     * @param contactId a contact of theirs that is verified
     * @param factorId an enabled factor of theirs, or any id
     * @param pendingId a factor of theirs that is not confirmed
     * @param codes what confirms it
     */
    static List<Deed> all(String contactId, String factorId, String pendingId, List<String> codes) {
        return List.of(
                new Deed(Method.POST, CONTACTS, Map.of("type", "email", "value", "thief@example.com")),
                new Deed(Method.POST, CONTACTS + '/' + contactId + "/promote", null),
                new Deed(Method.DELETE, CONTACTS + '/' + contactId, null),
                new Deed(Method.POST, FACTORS + '/' + pendingId + "/verify", Map.of("codes", codes)),
                new Deed(Method.POST, FACTORS, Map.of("type", "totp", "label", "thief")),
                new Deed(Method.POST, "/me/mfa/recovery-codes/regenerate", null),
                new Deed(Method.DELETE, FACTORS + '/' + factorId, null),
                new Deed(Method.DELETE, FACTORS + '/' + pendingId, null),
                new Deed(Method.DELETE, "/me", null));
    }

    ValidatableResponse by(HeimdallApi api, String bearer) {
        return api.as(bearer, method, path, body);
    }
}
