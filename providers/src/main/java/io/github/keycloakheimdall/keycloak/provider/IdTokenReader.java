/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.social.google.GoogleIdentityProvider;

/**
 * Keycloak's class for OpenID Connect as the reader of tokens that came by another way than its own. It works over a
 * copy of a provider's settings in which the signature counts, which Google's do not have, and both of Google's issuers
 * do.
 */
final class IdTokenReader extends OIDCIdentityProvider {

    private static final String GOOGLE = GoogleIdentityProvider.ISSUER_URL + ",accounts.google.com";
    private static final String ANY = "*";

    private final Set<String> hostedDomains;

    IdTokenReader(KeycloakSession session, OIDCIdentityProvider provider) {
        super(session, signatureCounts(provider));
        this.hostedDomains = hostedDomains(provider);
    }

    /** What a token says that the provider signed for anyone; throws whatever a token can be wrong in. */
    JsonWebToken claims(String token) {
        return validateToken(token, true);
    }

    BrokeredIdentityContext identity(JsonWebToken claims) throws IOException {
        return extractIdentity(null, null, claims);
    }

    /**
     * Whether the token has the claim that the provider's users must have here, which Keycloak asks in a browser alone.
     */
    boolean isFilterPassed(JsonWebToken claims) {
        OIDCIdentityProviderConfig config = getConfig();
        if (!Boolean.parseBoolean(config.getConfig().get(IdentityProviderModel.FILTERED_BY_CLAIMS))) {
            return true;
        }
        Object claim = claims.getOtherClaims().get(config.getClaimFilterName());
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.anyMatch(each -> String.valueOf(each).matches(config.getClaimFilterValue()));
    }

    /** Google's domains of which the identity must be; empty for any. */
    Set<String> hostedDomains() {
        return hostedDomains;
    }

    private static OIDCIdentityProviderConfig signatureCounts(OIDCIdentityProvider provider) {
        OIDCIdentityProviderConfig config = new OIDCIdentityProviderConfig(provider.getConfig());
        config.setValidateSignature(true);
        if (provider instanceof GoogleIdentityProvider) {
            config.setIssuer(GOOGLE);
        }
        return config;
    }

    private static Set<String> hostedDomains(OIDCIdentityProvider provider) {
        if (!(provider instanceof GoogleIdentityProvider)) {
            return Set.of();
        }
        String domains = provider.getConfig().getConfig().get("hostedDomain");
        return domains == null || domains.isBlank() || domains.equals(ANY) ? Set.of() : Set.of(domains.split(","));
    }
}
