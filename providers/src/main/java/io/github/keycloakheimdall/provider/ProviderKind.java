/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import static io.github.keycloakheimdall.provider.ConfigField.nativeIds;
import static io.github.keycloakheimdall.provider.ConfigField.optional;
import static io.github.keycloakheimdall.provider.ConfigField.secret;
import static io.github.keycloakheimdall.provider.ConfigField.text;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.provider.NativeClients;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A provider that this API sets up, and what its settings are called here and in Keycloak. */
enum ProviderKind {
    APPLE(
            "Apple",
            text("service_id", "clientId"),
            nativeIds("bundle_ids", NativeClients.BUNDLE_IDS),
            text("team_id", "teamId"),
            text("key_id", "keyId"),
            secret("private_key_pem", "clientSecret", "private_key_present")),
    GOOGLE(
            "Google",
            text("client_id", "clientId"),
            nativeIds("native_client_ids", NativeClients.NATIVE_CLIENT_IDS),
            optional("hosted_domain", "hostedDomain"),
            secret("client_secret", "clientSecret", "client_secret_present")),
    GITHUB("GitHub", text("client_id", "clientId"), secret("client_secret", "clientSecret", "client_secret_present"));

    private static final String GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";

    private final String displayName;
    private final List<ConfigField> fields;

    ProviderKind(String displayName, ConfigField... fields) {
        this.displayName = displayName;
        this.fields = List.of(fields);
    }

    /** @throws ApiException 400 for what is none of them */
    static ProviderKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.alias().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ApiException.invalid("provider", FieldFault.UNKNOWN, "must be apple, google or github"));
    }

    /** Its alias in the realm, which is the id of Keycloak's provider as well. */
    String alias() {
        return name().toLowerCase(Locale.ROOT);
    }

    String displayName() {
        return displayName;
    }

    List<ConfigField> fields() {
        return fields;
    }

    /** Whether the provider says itself who proved an email; GitHub's answer that Keycloak looks at does not. */
    boolean tellsOfProof() {
        return this != GITHUB;
    }

    /**
     * What Keycloak leaves to its admins, and no app should go without: nobody who finds a code on its way can use it,
     * and no token counts that the provider did not sign.
     */
    Map<String, String> safeguards() {
        if (this != GOOGLE) {
            return Map.of("pkceEnabled", "true", "pkceMethod", "S256");
        }
        // Keycloak 26.5 knows Google's keys no sooner than it signs someone in, and asks for them before.
        return Map.of(
                "pkceEnabled", "true",
                "pkceMethod", "S256",
                "validateSignature", "true",
                "useJwksUrl", "true",
                "jwksUrl", GOOGLE_KEYS);
    }
}
