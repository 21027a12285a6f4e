/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.ClientAssertion;
import io.github.keycloakheimdall.keycloak.Upstream;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;
import org.keycloak.vault.VaultStringSecret;

/**
 * Sign in with Apple. What differs from OpenID Connect: the client secret is a JWT that the private key signs for each call, the
 * answer comes as a form, and the name comes beside the token, once. Belongs to one request.
 */
public final class AppleIdentityProvider extends OIDCIdentityProvider
        implements SocialIdentityProvider<OIDCIdentityProviderConfig> {

    private static final String SCOPES = "openid email name";

    private final KeycloakSession session;
    private final AppleConfig config;

    AppleIdentityProvider(KeycloakSession session, AppleConfig config) {
        super(session, config.asAppleHasIt());
        this.session = session;
        this.config = config;
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return new FormEndpoint(callback, realm, event, this);
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

    /** Where Keycloak's own login page has Apple send the answer. */
    protected static final class FormEndpoint extends OIDCEndpoint {

        private static final String CANCELLED = "user_cancelled_authorize";

        private final AppleIdentityProvider provider;

        FormEndpoint(
                AuthenticationCallback callback, RealmModel realm, EventBuilder event, AppleIdentityProvider provider) {
            super(callback, realm, event, provider);
            this.provider = provider;
        }

        /** Keycloak's own looks for the state in the URL, and goes without secret and verifier where it is in a form. */
        @Override
        public SimpleHttpRequest generateTokenRequest(String code) {
            KeycloakContext context = session.getContext();
            String redirectUri = Urls.identityProviderAuthnResponse(
                            context.getUri().getBaseUri(), provider.config.getAlias(), realm.getName())
                    .toString();
            SimpleHttpRequest request = SimpleHttp.create(session)
                    .doPost(provider.config.getTokenUrl())
                    .param(OAUTH2_PARAMETER_CODE, code)
                    .param(OAUTH2_PARAMETER_REDIRECT_URI, redirectUri)
                    .param(OAUTH2_PARAMETER_GRANT_TYPE, OAUTH2_GRANT_TYPE_AUTHORIZATION_CODE);
            String verifier = context.getAuthenticationSession().getClientNote(Upstream.VERIFIER);
            if (provider.config.isPkceEnabled() && verifier != null) {
                request.param(OAuth2Constants.CODE_VERIFIER, verifier);
            }
            return provider.authenticateTokenRequest(request);
        }

        /** The answer as Apple posts it. Anyone may: Keycloak asks for the state, and for the cookie of the browser that left. */
        @POST
        @Access(open = true)
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Response posted(
                @FormParam(OAUTH2_PARAMETER_STATE) String state,
                @FormParam(OAUTH2_PARAMETER_CODE) String code,
                @FormParam("error") String error) {
            return authResponse(state, code, CANCELLED.equals(error) ? ACCESS_DENIED : error, null);
        }
    }
}
