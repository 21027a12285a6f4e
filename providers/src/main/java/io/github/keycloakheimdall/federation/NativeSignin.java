/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.admission.Admission;
import io.github.keycloakheimdall.admission.Bar;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.keycloak.Brokered;
import io.github.keycloakheimdall.keycloak.Events;
import io.github.keycloakheimdall.keycloak.NativeUpstream;
import io.github.keycloakheimdall.keycloak.Upstream;
import io.github.keycloakheimdall.keycloak.UpstreamFailure;
import io.github.keycloakheimdall.keycloak.UserStore;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Lets in who brings the ID token that a provider gave to a native app. */
final class NativeSignin {

    private static final Logger LOG = Logger.getLogger(NativeSignin.class);

    private static final String GITHUB = "github";
    private static final String REFUSED = "signin_refused";

    private final KeycloakSession session;
    private final App app;

    NativeSignin(KeycloakSession session, App app) {
        this.session = session;
        this.app = app;
    }

    /**
     * @throws ApiException 400 for a provider of browsers alone, 503 {@code PROVIDER_NOT_CONFIGURED} without such a provider and
     *     {@code PROVIDER_UNAVAILABLE} where its keys cannot be had; 401 for a token that does not count, and an account
     *     that may not come in; what {@link FederatedSignin} and {@link Admission} refuse
     */
    ApiResponse signin(String alias, NativeSigninRequest request) {
        Brokered who = read(alias, request);
        SigninCode meant = account(who);
        UserModel user = session.users().getUserById(app.realm(), meant.userId());
        UserStore.requireThere(user);
        if (new Bar(session, app).reason(user) != null) {
            throw refused(alias, REFUSED);
        }
        return new Admission(session, app).admit(user, meant.proof(), null);
    }

    private Brokered read(String alias, NativeSigninRequest request) {
        NativeUpstream upstream = NativeUpstream.find(session, alias).orElseThrow(() -> none(alias));
        try {
            return upstream.read(request.idToken(), request.nonce(), request.name())
                    .orElseThrow(() -> refused(alias, Errors.INVALID_TOKEN));
        } catch (UpstreamFailure failure) {
            LOG.warnf("The keys of provider %s of realm %s cannot be had: %s", alias, app.slug(), failure.getMessage());
            LOG.debug("The keys of a provider cannot be had", failure);
            throw ApiException.unavailable("The provider does not answer", "PROVIDER_UNAVAILABLE");
        }
    }

    /** The word that the web flow has for the browser is a status here. */
    private SigninCode account(Brokered who) {
        try {
            return new FederatedSignin(session, app).of(who);
        } catch (ApiException refusal) {
            throw REFUSED.equals(refusal.code()) ? refused(who.alias(), REFUSED) : refusal;
        }
    }

    private ApiException none(String alias) {
        boolean ofBrowsers = alias.equals(GITHUB)
                || Upstream.find(session, alias).isPresent() && !NativeUpstream.givesIdTokens(session, alias);
        return ofBrowsers
                ? ApiException.badRequest("This provider signs in in a browser alone")
                : ApiException.unavailable("Sign-in by this provider is not set up", "PROVIDER_NOT_CONFIGURED");
    }

    private ApiException refused(String alias, String reason) {
        new Events(session)
                .of(EventType.LOGIN)
                .detail(Details.IDENTITY_PROVIDER, alias)
                .detail(Details.REASON, reason)
                .error(Errors.INVALID_USER_CREDENTIALS);
        return ApiException.unauthorized("Invalid credentials");
    }
}
