/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.util.IdentityBrokerState;
import org.keycloak.broker.saml.SAMLIdentityProvider;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One that speaks SAML 2.0. Its answer comes by the browser, so it counts only with a signature, whatever the console's
 * switch says; and it comes as a form, to our URL, which our request names.
 */
@Needs(Feature.LOGIN_CALLBACK)
final class SamlUpstream implements Upstream {

    private final KeycloakSession session;
    private final SAMLIdentityProvider provider;

    private SamlUpstream(KeycloakSession session, SAMLIdentityProvider provider) {
        this.session = session;
        this.provider = provider;
    }

    /** Empty where the provider speaks no SAML, or its keys are not known. */
    static Optional<Upstream> of(KeycloakSession session, IdentityProviderModel model) {
        return UpstreamClass.of(session, new IdentityProviderModel(model), SAMLIdentityProvider.class)
                .filter(provider -> knowsKeys(provider.getConfig()))
                .map(provider -> new SamlUpstream(session, hardened(provider)));
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
            return provider.performLogin(new AuthenticationRequest(
                            session,
                            realm,
                            BrokerAttempt.of(session, notes),
                            context.getHttpRequest(),
                            context.getUri(),
                            IdentityBrokerState.encoded(state, realm),
                            redirectUri))
                    .getLocation();
        } catch (RuntimeException notSetUp) {
            throw new UpstreamFailure(notSetUp);
        }
    }

    @Override
    public Brokered finish(String answer, String redirectUri, Map<String, String> notes) throws UpstreamFailure {
        Map<String, String> ofSession = new HashMap<>();
        AuthenticationSessionModel attempt = BrokerAttempt.of(session, new HashMap<>(notes), ofSession);
        try {
            BrokeredIdentityContext identity = new SamlAnswer(session, provider, redirectUri)
                    .read(answer, attempt)
                    .orElseThrow(() -> new UpstreamFailure("its answer does not count; the log above says why"));
            if (!UpstreamIdentity.isKeepable(identity.getId())) {
                throw new UpstreamFailure("it does not say who it is about");
            }
            // What a logout at the provider needs.
            provider.authenticationFinished(attempt, identity);
            identity.setAuthenticationSession(null);
            ofSession.forEach(identity::setSessionNote);
            // An assertion has no word for whether an email was verified, and silence is no.
            return new Brokered(identity, provider, false);
        } catch (RuntimeException failure) {
            throw new UpstreamFailure(failure);
        } finally {
            session.getContext().setAuthenticationSession(null);
        }
    }

    private static boolean knowsKeys(SAMLIdentityProviderConfig config) {
        String metadata = config.getMetadataDescriptorUrl();
        return config.getSigningCertificates().length > 0
                || config.isUseMetadataDescriptorUrl() && metadata != null && !metadata.isBlank();
    }

    private static SAMLIdentityProvider hardened(SAMLIdentityProvider provider) {
        SAMLIdentityProviderConfig config = provider.getConfig();
        config.setValidateSignature(true);
        config.setPostBindingAuthnRequest(false);
        config.setPostBindingResponse(true);
        config.setArtifactBindingResponse(false);
        return provider;
    }
}
