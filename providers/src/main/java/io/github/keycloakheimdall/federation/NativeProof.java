/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.NativeUpstream;
import io.github.keycloakheimdall.keycloak.provider.Upstream;
import io.github.keycloakheimdall.keycloak.provider.UpstreamFailure;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Reads the ID tokens that native apps bring. */
final class NativeProof {

    private static final Logger LOG = Logger.getLogger(NativeProof.class);

    private static final String GITHUB = "github";

    private final KeycloakSession session;
    private final App app;

    NativeProof(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Whom it is about that is to sign in; empty for a token that does not count.
     *
     * @throws ApiException 400 for a provider of browsers alone, 503 {@code PROVIDER_NOT_CONFIGURED} without such a
     *     provider and {@code PROVIDER_UNAVAILABLE} where its keys cannot be had
     */
    Optional<Brokered> ofSignin(String alias, NativeSigninRequest request) {
        return read(NativeUpstream.find(session, alias), alias, request);
    }

    /** The same for a link, where the provider may also be one for links alone. */
    Optional<Brokered> ofLink(String alias, NativeSigninRequest request) {
        return read(NativeUpstream.toLink(session, alias), alias, request);
    }

    private Optional<Brokered> read(Optional<NativeUpstream> upstream, String alias, NativeSigninRequest request) {
        try {
            return upstream.orElseThrow(() -> none(alias)).read(request.idToken(), request.nonce(), request.name());
        } catch (UpstreamFailure failure) {
            LOG.warnf("The keys of provider %s of realm %s cannot be had: %s", alias, app.slug(), failure.getMessage());
            LOG.debug("The keys of a provider cannot be had", failure);
            throw TryLater.unavailable("The provider does not answer", "PROVIDER_UNAVAILABLE");
        }
    }

    private ApiException none(String alias) {
        boolean ofBrowsers = alias.equals(GITHUB)
                || Upstream.find(session, alias).isPresent() && !NativeUpstream.givesIdTokens(session, alias);
        return ofBrowsers
                ? ApiException.badRequest("This provider signs in in a browser alone")
                : WebSignin.notConfigured();
    }
}
