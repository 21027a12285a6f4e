/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider;
import org.keycloak.broker.oidc.OAuth2IdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.util.IdentityBrokerState;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** One that speaks OAuth 2.0, with OpenID Connect or without. */
final class OauthUpstream implements Upstream {

    private static final int TIMEOUT_MILLIS = 5000;
    static final RequestConfig CALL = RequestConfig.custom()
            .setConnectTimeout(TIMEOUT_MILLIS)
            .setConnectionRequestTimeout(TIMEOUT_MILLIS)
            .setSocketTimeout(TIMEOUT_MILLIS)
            .setRedirectsEnabled(false)
            .build();

    private final KeycloakSession session;
    private final AbstractOAuth2IdentityProvider<?> provider;

    private OauthUpstream(KeycloakSession session, AbstractOAuth2IdentityProvider<?> provider) {
        this.session = session;
        this.provider = provider;
    }

    /** Empty where the provider does not. */
    static Optional<Upstream> of(KeycloakSession session, IdentityProviderModel model) {
        return HardenedProvider.of(session, model).map(provider -> new OauthUpstream(session, provider));
    }

    @Override
    public String alias() {
        return provider.getConfig().getAlias();
    }

    @Override
    public URI start(String state, String redirectUri, Map<String, String> notes) throws UpstreamFailure {
        KeycloakContext context = session.getContext();
        RealmModel realm = context.getRealm();
        try {
            Response redirect = provider.performLogin(new AuthenticationRequest(
                    session,
                    realm,
                    BrokerAttempt.of(session, notes),
                    context.getHttpRequest(),
                    context.getUri(),
                    IdentityBrokerState.encoded(state, realm),
                    redirectUri));
            return redirect.getLocation();
        } catch (RuntimeException notSetUp) {
            throw new UpstreamFailure(notSetUp);
        }
    }

    @Override
    public Brokered finish(String code, String redirectUri, Map<String, String> notes) throws UpstreamFailure {
        AuthenticationSessionModel attempt = BrokerAttempt.of(session, new HashMap<>(notes));
        KeycloakContext context = session.getContext();
        context.setAuthenticationSession(attempt);
        try {
            String answer = trade(code, redirectUri, attempt.getClientNote(VERIFIER));
            BrokeredIdentityContext identity = provider.getFederatedIdentity(answer);
            if (identity == null || !UpstreamIdentity.isKeepable(identity.getId())) {
                throw new UpstreamFailure("it does not say who it is about");
            }
            UpstreamClass.tell(identity, provider);
            // Compares the nonce, where there is one.
            provider.preprocessFederatedIdentity(session, context.getRealm(), identity);
            return new Brokered(identity, provider, new UpstreamEmail(session, provider).isVerified(identity));
        } catch (RuntimeException | IOException failure) {
            throw new UpstreamFailure(failure);
        } finally {
            // Whoever looks there later, such as mappers, would take the account for one that a login page asks about.
            context.setAuthenticationSession(null);
        }
    }

    private String trade(String code, String redirectUri, @Nullable String verifier)
            throws IOException, UpstreamFailure {
        OAuth2IdentityProviderConfig config = provider.getConfig();
        SimpleHttpRequest request = SimpleHttp.create(session)
                .withRequestConfig(CALL)
                .withMaxConsumedResponseSize(UpstreamCalls.MAX_BYTES)
                .doPost(config.getTokenUrl())
                .param(AbstractOAuth2IdentityProvider.OAUTH2_PARAMETER_CODE, code)
                .param(AbstractOAuth2IdentityProvider.OAUTH2_PARAMETER_REDIRECT_URI, redirectUri)
                .param(
                        AbstractOAuth2IdentityProvider.OAUTH2_PARAMETER_GRANT_TYPE,
                        AbstractOAuth2IdentityProvider.OAUTH2_GRANT_TYPE_AUTHORIZATION_CODE);
        if (config.isPkceEnabled() && verifier != null) {
            request.param(OAuth2Constants.CODE_VERIFIER, verifier);
        }
        try (SimpleHttpResponse answer =
                provider.authenticateTokenRequest(request).asResponse()) {
            String body = answer.asString();
            if (answer.getStatus() < 200 || answer.getStatus() >= 300) {
                throw new UpstreamFailure("its token endpoint answered " + answer.getStatus());
            }
            return body;
        }
    }
}
