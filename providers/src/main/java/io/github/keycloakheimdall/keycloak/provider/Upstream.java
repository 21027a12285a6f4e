/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * An identity provider of the realm, asked through Keycloak's own class for it. Keycloak's endpoints for callbacks name
 * URLs of their own, so what comes back is taken here.
 */
public interface Upstream {

    /**
     * Where Keycloak's class notes the verifier of PKCE, among the client notes; the one name here that is private
     * there.
     */
    String VERIFIER = "BROKER_CODE_CHALLENGE";

    /**
     * The provider of that alias, if users sign in by it: not one that is off, is for linking alone, or keeps no
     * users.
     */
    static Optional<Upstream> find(KeycloakSession session, String alias) {
        return UpstreamModel.find(session, alias).flatMap(model -> of(session, model));
    }

    /** The same, also where it is for linking alone. */
    static Optional<Upstream> toLink(KeycloakSession session, String alias) {
        return UpstreamModel.toLink(session, alias).flatMap(model -> of(session, model));
    }

    /** Whether a provider is of a kind that users could sign in by, on or off. */
    static boolean serves(KeycloakSession session, IdentityProviderModel model) {
        return of(session, model).isPresent();
    }

    private static Optional<Upstream> of(KeycloakSession session, IdentityProviderModel model) {
        KeycloakSession bounded = UpstreamSession.of(session);
        return OauthUpstream.of(bounded, model)
                .or(() -> Feature.LOGIN_CALLBACK.isThere() ? SamlUpstream.of(bounded, model) : Optional.empty());
    }

    /** The provider's name in the realm. */
    String alias();

    /**
     * Where the browser is to go.
     *
     * @param notes takes what {@link #finish} needs again
     * @throws UpstreamFailure when the provider is not set up for it
     */
    URI start(String state, String redirectUri, Map<String, String> notes) throws UpstreamFailure;

    /**
     * Whom the provider means.
     *
     * @param answer what the browser brought: a code, or the answer itself
     * @param notes those of {@link #start}
     * @throws UpstreamFailure whatever goes wrong: Keycloak's classes throw as many things as an answer can be wrong in
     */
    Brokered finish(String answer, String redirectUri, Map<String, String> notes) throws UpstreamFailure;
}
