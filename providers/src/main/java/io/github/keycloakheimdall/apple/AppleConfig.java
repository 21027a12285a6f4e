/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;

/**
 * What an app knows of its registration at Apple. The private key is the client secret: that one alone of a provider's
 * settings Keycloak masks, and puts back when the mask is saved.
 */
public final class AppleConfig extends OIDCIdentityProviderConfig {

    /** The team's id, under the name that the settings have. */
    public static final String TEAM_ID = "teamId";

    /** The private key's id. */
    public static final String KEY_ID = "keyId";

    static final String ISSUER_URL = "https://appleid.apple.com";

    private static final String MASK = "**********";
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\..+}");
    private static final Pattern TEN_CHARACTERS = Pattern.compile("[A-Z0-9]{10}");
    private static final long serialVersionUID = 1L;

    /** Settings that are empty. */
    public AppleConfig() {
        super();
    }

    /** The settings of a provider of the realm. */
    public AppleConfig(IdentityProviderModel model) {
        super(model);
    }

    @Nullable
    String teamId() {
        return getConfig().get(TEAM_ID);
    }

    @Nullable
    String keyId() {
        return getConfig().get(KEY_ID);
    }

    /** What Apple decides, whatever else is stored. */
    AppleConfig asAppleHasIt() {
        setIssuer(ISSUER_URL);
        setAuthorizationUrl(ISSUER_URL + "/auth/authorize");
        setTokenUrl(ISSUER_URL + "/auth/token");
        setJwksUrl(ISSUER_URL + "/auth/keys");
        setUseJwksUrl(true);
        setValidateSignature(true);
        setDisableUserInfoService(true);
        return this;
    }

    /**
     * Called on every save, the console's included.
     *
     * @throws IllegalArgumentException that Keycloak shows
     */
    @Override
    public void validate(RealmModel realm) {
        super.validate(realm);
        requireTenCharacters("The team ID", teamId());
        requireTenCharacters("The key ID", keyId());
        String secret = getClientSecret();
        if (secret == null || secret.isBlank()) {
            return;
        }
        if (teamId() == null || keyId() == null) {
            throw new IllegalArgumentException("The private key needs its team ID and key ID");
        }
        if (!secret.equals(MASK) && !VAULT.matcher(secret).matches()) {
            ApplePrivateKey.parse(secret);
        }
    }

    private static void requireTenCharacters(String what, @Nullable String value) {
        if (value != null && !TEN_CHARACTERS.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must have ten capital letters and digits");
        }
    }
}
