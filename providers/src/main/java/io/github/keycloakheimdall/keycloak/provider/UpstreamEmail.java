/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.AbstractOAuth2IdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.mappers.AbstractJsonUserAttributeMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.social.github.GitHubIdentityProvider;

/** Whether a provider says of the email that it gave that its owner proved it. Silence is no. */
final class UpstreamEmail {

    private static final String PRIVATE = "is_private_email";
    private static final String RELAY = "@privaterelay.appleid.com";

    private final KeycloakSession session;
    private final AbstractOAuth2IdentityProvider<?> provider;

    UpstreamEmail(KeycloakSession session, AbstractOAuth2IdentityProvider<?> provider) {
        this.session = session;
        this.provider = provider;
    }

    boolean isVerified(BrokeredIdentityContext identity) throws IOException {
        String email = identity.getEmail();
        if (email == null || !isItsOwn(email)) {
            return false;
        }
        if (provider instanceof GitHubIdentityProvider) {
            return gitHubVerified(email, identity);
        }
        // An email and the word for it have to be of one and the same answer.
        if (identity.getContextData().get(AbstractJsonUserAttributeMapper.CONTEXT_JSON_NODE) instanceof JsonNode profile
                && email.equals(profile.path(IDToken.EMAIL).asText(null))
                && profile.has(IDToken.EMAIL_VERIFIED)) {
            return isTrue(profile.get(IDToken.EMAIL_VERIFIED).asText());
        }
        Map<String, Object> claims = claims(identity);
        return email.equals(claims.get(IDToken.EMAIL)) && isTrue(claims.get(IDToken.EMAIL_VERIFIED));
    }

    /** An organization's provider knows the organization's members. */
    private boolean isItsOwn(String email) {
        return ProviderOrganization.of(session, provider.getConfig().getAlias())
                .map(organization -> organization.owns(email))
                .orElse(true);
    }

    /** Whether it is an address that the provider made for this one app, behind which anyone may be. */
    static boolean isRelay(BrokeredIdentityContext identity) {
        return identity.getEmail() != null
                        && identity.getEmail().toLowerCase(Locale.ROOT).endsWith(RELAY)
                || isTrue(claims(identity).get(PRIVATE));
    }

    private static Map<String, Object> claims(BrokeredIdentityContext identity) {
        return identity.getContextData().get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken token
                ? token.getOtherClaims()
                : Map.of();
    }

    /** Some providers write the word as a text. */
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.toString().equals(String.valueOf(claim));
    }

    /** Keycloak takes GitHub's email without looking at whether it is verified. */
    private boolean gitHubVerified(String email, BrokeredIdentityContext identity) throws IOException {
        Object token = identity.getContextData().get(AbstractOAuth2IdentityProvider.FEDERATED_ACCESS_TOKEN);
        try (SimpleHttpResponse answer = SimpleHttp.create(session)
                .withRequestConfig(OauthUpstream.CALL)
                .withMaxConsumedResponseSize(UpstreamCalls.MAX_BYTES)
                .doGet(provider.getConfig().getConfig().get("emailUrl"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .asResponse()) {
            if (answer.getStatus() != 200) {
                return false;
            }
            for (JsonNode each : answer.asJson()) {
                if (email.equalsIgnoreCase(each.path("email").asText())
                        && each.path("verified").asBoolean()) {
                    return true;
                }
            }
            return false;
        }
    }
}
