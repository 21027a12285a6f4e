/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.broker.saml.SAMLIdentityProvider;
import org.keycloak.common.VerificationException;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's endpoint for what SAML providers send, for an answer that came to a URL of ours: it asks for Keycloak's
 * own as the destination, and here it has to be the one that our request named. All else that it asks of an answer it
 * goes on asking.
 */
@Needs(Feature.LOGIN_CALLBACK)
final class SamlAnswer extends SAMLEndpoint {

    /** Which attempt it is was found out before. */
    private static final String STATE = "ours";

    private final String destination;
    private final SamlOutcome outcome;

    SamlAnswer(KeycloakSession session, SAMLIdentityProvider provider, String destination) {
        this(session, provider, destination, new SamlOutcome());
    }

    private SamlAnswer(
            KeycloakSession session, SAMLIdentityProvider provider, String destination, SamlOutcome outcome) {
        super(session, provider, provider.getConfig(), outcome, DestinationValidator.forProtocolMap(null));
        this.destination = destination;
        this.outcome = outcome;
    }

    /** Whom it is about; empty where it does not count, which Keycloak's class logs. */
    Optional<BrokeredIdentityContext> read(String answer, AuthenticationSessionModel attempt) {
        outcome.expect(attempt);
        new Posted().execute(null, answer, null, STATE, null);
        return outcome.identity();
    }

    private final class Posted extends PostBinding {

        @Override
        public Response handleSamlResponse(String answer, String state, String clientId) {
            SAMLDocumentHolder document = extractResponseDocument(answer);
            if (document == null
                    || !(document.getSamlObject() instanceof ResponseType response)
                    || response.getDestination() == null
                    || !destinationValidator.validate(destination, response.getDestination())) {
                throw new IdentityBrokerException("It is no answer, or is for somewhere else");
            }
            try {
                verifySignature(GeneralConstants.SAML_RESPONSE_KEY, document);
            } catch (VerificationException forged) {
                throw new IdentityBrokerException("Its signature does not hold", forged);
            }
            return handleLoginResponse(answer, document, response, state, clientId);
        }
    }
}
