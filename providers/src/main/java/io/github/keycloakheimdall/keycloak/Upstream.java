/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
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

/**
 * An identity provider of the realm that speaks OAuth 2.0, asked through Keycloak's own class for it. Keycloak's endpoint
 * for callbacks names a redirect URI of its own, so the exchange of the code is done here.
 */
public final class Upstream {

    /** Where Keycloak's class notes the verifier of PKCE, among the client notes; the one name here that is private there. */
    public static final String VERIFIER = "BROKER_CODE_CHALLENGE";

    private static final int TIMEOUT_MILLIS = 5000;
    static final RequestConfig CALL = RequestConfig.custom()
            .setConnectTimeout(TIMEOUT_MILLIS)
            .setConnectionRequestTimeout(TIMEOUT_MILLIS)
            .setSocketTimeout(TIMEOUT_MILLIS)
            .setRedirectsEnabled(false)
            .build();

    private final KeycloakSession session;
    private final AbstractOAuth2IdentityProvider<?> provider;

    private Upstream(KeycloakSession session, AbstractOAuth2IdentityProvider<?> provider) {
        this.session = session;
        this.provider = provider;
    }

    /** The provider of that alias, if people sign in by it: not one that is off, is for linking alone, or keeps no users. */
    public static Optional<Upstream> find(KeycloakSession session, String alias) {
        return UpstreamModel.find(session, alias).flatMap(model -> of(session, model));
    }

    /** The same, also where it is for linking alone. */
    public static Optional<Upstream> toLink(KeycloakSession session, String alias) {
        return UpstreamModel.toLink(session, alias).flatMap(model -> of(session, model));
    }

    private static Optional<Upstream> of(KeycloakSession session, IdentityProviderModel model) {
        KeycloakSession bounded = UpstreamSession.of(session);
        return HardenedProvider.of(bounded, model).map(provider -> new Upstream(bounded, provider));
    }

    public String alias() {
        return provider.getConfig().getAlias();
    }

    /**
     * Where the browser is to go.
     *
     * @param notes takes what {@link #finish} needs again
     * @throws UpstreamFailure when the provider is not set up for it
     */
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

    /**
     * Trades the code for whom the provider means.
     *
     * @param notes those of {@link #start}
     * @throws UpstreamFailure whatever goes wrong: Keycloak's classes throw as many things as an answer can be wrong in
     */
    public Brokered finish(String code, String redirectUri, Map<String, String> notes) throws UpstreamFailure {
        AuthenticationSessionModel attempt = BrokerAttempt.of(session, new HashMap<>(notes));
        KeycloakContext context = session.getContext();
        context.setAuthenticationSession(attempt);
        try {
            String answer = trade(code, redirectUri, attempt.getClientNote(VERIFIER));
            BrokeredIdentityContext identity = provider.getFederatedIdentity(answer);
            if (identity == null || !isKeepable(identity.getId())) {
                throw new UpstreamFailure("it does not say who the person is");
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

    private static boolean isKeepable(String id) {
        return id != null && !id.isBlank() && id.length() <= 255 && id.indexOf('\0') < 0;
    }

    private String trade(String code, String redirectUri, String verifier) throws IOException, UpstreamFailure {
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
