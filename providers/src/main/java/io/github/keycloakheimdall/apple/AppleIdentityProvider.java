/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import io.github.keycloakheimdall.keycloak.realm.ClientAssertion;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.vault.VaultStringSecret;

/**
 * Sign in with Apple. What differs from OpenID Connect: the client secret is a JWT that the private key signs for each
 * call, the answer comes as a form, and the name comes beside the token, once. Belongs to one request.
 */
public class AppleIdentityProvider extends OIDCIdentityProvider
        implements SocialIdentityProvider<OIDCIdentityProviderConfig> {

    private static final String SCOPES = "openid email name";

    private final KeycloakSession session;
    final AppleConfig config;

    AppleIdentityProvider(KeycloakSession session, AppleConfig config) {
        super(session, config.asAppleHasIt());
        this.session = session;
        this.config = config;
    }

    /** Apple sends the name and the email by a form alone. */
    @Override
    protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
        return super.createAuthorizationUrl(request).queryParam("response_mode", "form_post");
    }

    @Override
    protected String getDefaultScopes() {
        return SCOPES;
    }

    @Override
    public SimpleHttpRequest authenticateTokenRequest(SimpleHttpRequest request) {
        return request.param(OAUTH2_PARAMETER_CLIENT_ID, config.getClientId())
                .param(OAUTH2_PARAMETER_CLIENT_SECRET, clientSecret());
    }

    @Override
    protected BrokeredIdentityContext extractIdentity(
            AccessTokenResponse response, String accessToken, JsonWebToken idToken) throws IOException {
        BrokeredIdentityContext identity = super.extractIdentity(response, accessToken, idToken);
        PostedName.of(session).ifPresent(name -> name.giveTo(identity));
        return identity;
    }

    private String clientSecret() {
        try (VaultStringSecret stored = session.vault().getStringSecret(config.getClientSecret())) {
            return ClientAssertion.signed(
                    ApplePrivateKey.parse(stored.get().orElse(config.getClientSecret())),
                    config.keyId(),
                    config.teamId(),
                    config.getClientId(),
                    AppleConfig.ISSUER_URL);
        } catch (IllegalArgumentException noKey) {
            throw new IdentityBrokerException("The private key for Apple cannot be used", noKey);
        }
    }
}
