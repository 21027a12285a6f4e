/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.CompactJws;
import io.github.keycloakheimdall.keycloak.runtime.Digest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;

/** An identity provider of the realm that gives ID tokens to native apps, which bring them here. */
public final class NativeUpstream {

    private static final Logger LOG = Logger.getLogger(NativeUpstream.class);

    private static final String USED = "heimdall.native-token:";

    /** No secret is shared with a provider's users, so no algorithm counts that has one. */
    private static final String ASYMMETRIC = "(RS|PS|ES)(256|384|512)|EdDSA";

    private final KeycloakSession session;
    private final OIDCIdentityProvider provider;
    private final Set<String> clients;
    private final IdTokenReader reader;

    private NativeUpstream(KeycloakSession session, OIDCIdentityProvider provider, Set<String> clients) {
        this.session = session;
        this.provider = provider;
        this.clients = clients;
        this.reader = new IdTokenReader(session, provider);
    }

    /** The provider of that alias, if native apps sign in by it: one that has an issuer and knows them by their ids. */
    public static Optional<NativeUpstream> find(KeycloakSession session, String alias) {
        return UpstreamModel.find(session, alias).flatMap(model -> of(session, model));
    }

    /** The same, also where it is for linking alone. */
    public static Optional<NativeUpstream> toLink(KeycloakSession session, String alias) {
        return UpstreamModel.toLink(session, alias).flatMap(model -> of(session, model));
    }

    private static Optional<NativeUpstream> of(KeycloakSession session, IdentityProviderModel model) {
        KeycloakSession bounded = UpstreamSession.of(session);
        Set<String> clients = NativeClients.of(model);
        return openId(bounded, model)
                .filter(provider ->
                        !clients.isEmpty() && !isBlank(provider.getConfig().getIssuer()))
                .map(provider -> new NativeUpstream(bounded, provider, clients));
    }

    private static Optional<OIDCIdentityProvider> openId(KeycloakSession bounded, IdentityProviderModel model) {
        return HardenedProvider.of(bounded, model)
                .filter(OIDCIdentityProvider.class::isInstance)
                .map(OIDCIdentityProvider.class::cast);
    }

    /** Whether the provider of that alias is one that gives such tokens, set up for native apps or not. */
    public static boolean givesIdTokens(KeycloakSession session, String alias) {
        return UpstreamModel.toLink(session, alias)
                .flatMap(model -> openId(UpstreamSession.of(session), model))
                .isPresent();
    }

    /**
     * Whom the token is about. It counts once.
     *
     * @param nonce what the app had the hash of put into the token
     * @param name what the app calls the user; counts where the token has no name
     * @return empty for a token that does not count
     * @throws UpstreamFailure when the provider's keys cannot be had
     */
    public Optional<Brokered> read(String token, String nonce, @Nullable String name) throws UpstreamFailure {
        Optional<JWSInput> signed = CompactJws.parse(token)
                .filter(jws -> jws.getHeader().getRawAlgorithm().matches(ASYMMETRIC));
        if (signed.isEmpty() || !isKeyKnown(signed.get())) {
            return refused("no key of the provider's signed it");
        }
        try {
            JsonWebToken claims = reader.claims(token);
            Optional<String> broken = rules().broken(claims, nonce, Clock.seconds());
            if (broken.isPresent()) {
                return refused(broken.get());
            }
            if (!reader.isFilterPassed(claims)) {
                return refused("the provider's filter does not take it");
            }
            BrokeredIdentityContext identity = reader.identity(claims);
            if (name != null && identity.getFirstName() == null && identity.getLastName() == null) {
                call(identity, name.strip());
            }
            UpstreamClass.tell(identity, provider);
            Brokered who = new Brokered(identity, provider, new UpstreamEmail(session, provider).isVerified(identity));
            return takeOnce(claims) ? Optional.of(who) : refused("it was used before");
        } catch (IOException | RuntimeException wrong) {
            // Keycloak's classes throw as many things as a token can be wrong in, some of which pass for an outage.
            return refused(wrong.toString());
        }
    }

    /** The last word is taken for the last name, as Keycloak takes it. */
    private static void call(BrokeredIdentityContext identity, String name) {
        int space = name.lastIndexOf(' ');
        identity.setFirstName(space < 0 ? name : name.substring(0, space));
        identity.setLastName(space < 0 ? null : name.substring(space + 1));
    }

    private boolean isKeyKnown(JWSInput token) throws UpstreamFailure {
        try {
            return UpstreamClass.key(session, reader.getConfig(), token) != null;
        } catch (RuntimeException away) {
            throw new UpstreamFailure(away);
        }
    }

    private IdTokenRules rules() {
        return new IdTokenRules(clients, reader.hostedDomains());
    }

    /** Committed at once, and on every node: a second request with the token is another's. */
    private boolean takeOnce(JsonWebToken token) {
        String id = Digest.hex(
                session.getContext().getRealm().getId(),
                provider.getConfig().getAlias(),
                String.valueOf(token.getOtherClaims().get(IdTokenRules.NONCE)));
        long left = token.getExp() - Clock.seconds() + 2L * IdTokenRules.SKEW_SECONDS;
        return session.singleUseObjects().putIfAbsent(USED + id, left);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private Optional<Brokered> refused(String reason) {
        LOG.debugf(
                "An ID token of provider %s does not count: %s",
                provider.getConfig().getAlias(), reason);
        return Optional.empty();
    }
}
