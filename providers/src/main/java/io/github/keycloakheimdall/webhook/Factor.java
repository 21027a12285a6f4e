/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.credential.EmailCredentials;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.models.credential.OTPCredentialModel;

/** What payloads say of a second factor. */
final class Factor {

    private static final Map<String, String> NAMES =
            Map.of(OTPCredentialModel.TYPE, "totp", EmailCredentials.TYPE, "email");

    private Factor() {}

    /** @param type as Keycloak calls it */
    static void put(Map<String, String> data, @Nullable String type, @Nullable String id) {
        data.put("factor_type", type == null ? null : NAMES.getOrDefault(type, type));
        data.put("factor_id", id);
    }

    /** Which one an event is about, or null. */
    static @Nullable String id(Map<String, String> details) {
        return Stream.of(Details.SELECTED_CREDENTIAL_ID, Details.CREDENTIAL_ID)
                .map(details::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
