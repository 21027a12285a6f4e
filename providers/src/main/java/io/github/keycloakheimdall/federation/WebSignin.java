/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.TryLater;
import io.github.keycloakheimdall.keycloak.provider.Upstream;
import io.github.keycloakheimdall.keycloak.provider.UpstreamFailure;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Sends a browser to a provider. */
final class WebSignin {

    private static final Logger LOG = Logger.getLogger(WebSignin.class);

    private final KeycloakSession session;
    private final App app;

    WebSignin(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Where the browser goes, and what it is to keep meanwhile.
     *
     * @param cookie the header that has it kept
     */
    record Started(URI location, String cookie) {}

    /**
     * @param returnTo the values of the parameter
     * @throws ApiException 400 for a URL that is not returned to, 503 {@code PROVIDER_NOT_CONFIGURED} without such a
     *     provider
     */
    Started start(String alias, List<String> returnTo) {
        ReturnTo target = ReturnTo.require(returnTo, app.config().allowedRedirectOrigins());
        return start(Upstream.find(session, alias), alias, target, null);
    }

    /**
     * The same for someone who links the provider.
     *
     * @throws ApiException 503 {@code PROVIDER_NOT_CONFIGURED} without such a provider
     */
    Started start(LinkTicket ticket) {
        return start(Upstream.toLink(session, ticket.alias()), ticket.alias(), ticket.returnTo(), ticket.owner());
    }

    private Started start(Optional<Upstream> found, String alias, ReturnTo target, @Nullable LinkOwner owner) {
        Upstream upstream = found.orElseThrow(WebSignin::notConfigured);
        String state = SecretToken.make();
        String browser = SecretToken.make();
        String redirectUri = new BrowserUrl(app).callbackOf(upstream.alias());
        Map<String, String> notes = new HashMap<>();
        try {
            URI location = upstream.start(state, redirectUri, notes);
            new Attempts(app)
                    .keep(
                            state,
                            new Attempt(
                                    app.id(),
                                    upstream.alias(),
                                    target,
                                    redirectUri,
                                    AttemptCookie.kept(browser),
                                    Clock.seconds() + Attempts.LIFESPAN_SECONDS,
                                    owner,
                                    notes));
            return new Started(location, new AttemptCookie(state, redirectUri).set(browser));
        } catch (UpstreamFailure notSetUp) {
            LOG.warnf("Provider %s of realm %s is not set up: %s", alias, app.slug(), notSetUp.getMessage());
            LOG.debug("A provider is not set up", notSetUp);
            throw notConfigured();
        }
    }

    static ApiException notConfigured() {
        return TryLater.unavailable("Sign-in by this provider is not set up", "PROVIDER_NOT_CONFIGURED");
    }
}
