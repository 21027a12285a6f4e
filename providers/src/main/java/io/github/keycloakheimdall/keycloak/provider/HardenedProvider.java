/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's class for an identity provider, over a copy of the provider's settings in which what protects a sign-in is
 * on, however the console left it. A provider that cannot take PKCE or a nonce has a setting of its own that says so,
 * which nobody sets by leaving a switch alone.
 */
final class HardenedProvider {

    private static final Logger LOG = Logger.getLogger(HardenedProvider.class);

    private static final String WITHOUT_PKCE = "heimdall.without_pkce";
    private static final String WITHOUT_NONCE = "heimdall.without_nonce";

    private HardenedProvider() {}

    /**
     * Empty where the provider speaks no OAuth 2.0, or cannot even be set up: some ask their upstream for that.
     *
     * @param session an {@link UpstreamSession}
     */
    static Optional<AbstractOAuth2IdentityProvider<?>> of(KeycloakSession session, IdentityProviderModel model) {
        try {
            Optional<AbstractOAuth2IdentityProvider<?>> found = UpstreamClass.of(
                            session, guarded(model), AbstractOAuth2IdentityProvider.class)
                    .map(provider -> provider);
            if (found.orElse(null) instanceof OIDCIdentityProvider openId) {
                requireSignature(openId.getConfig());
            }
            return found;
        } catch (RuntimeException notSetUp) {
            LOG.warnf("Provider %s cannot be set up: %s", model.getAlias(), new UpstreamFailure(notSetUp).getMessage());
            LOG.debug("A provider cannot be set up", notSetUp);
            return Optional.empty();
        }
    }

    private static IdentityProviderModel guarded(IdentityProviderModel model) {
        IdentityProviderModel copy = new IdentityProviderModel(model);
        Map<String, String> config = copy.getConfig();
        if (!Boolean.parseBoolean(config.get(WITHOUT_PKCE))) {
            config.put("pkceEnabled", "true");
            config.put("pkceMethod", "S256");
        }
        if (!Boolean.parseBoolean(config.get(WITHOUT_NONCE))) {
            config.put("disableNonce", "false");
        }
        return copy;
    }

    /**
     * Wherever the provider's keys are known. Where they are not, the token is believed as it comes from the provider
     * over TLS.
     */
    private static void requireSignature(OIDCIdentityProviderConfig config) {
        if (isThere(config.getJwksUrl())) {
            config.setUseJwksUrl(config.isUseJwksUrl() || !isThere(config.getPublicKeySignatureVerifier()));
            config.setValidateSignature(true);
        } else if (isThere(config.getPublicKeySignatureVerifier())) {
            config.setValidateSignature(true);
        }
    }

    private static boolean isThere(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }
}
