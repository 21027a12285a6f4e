/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.keycloak.provider.Upstream;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** The same with an answer for Keycloak's own login page, where Apple posts what others put into the URL. */
@Needs(Feature.LOGIN_CALLBACK)
final class AppleAtLoginPage extends AppleIdentityProvider {

    private AppleAtLoginPage(KeycloakSession session, AppleConfig config) {
        super(session, config);
    }

    /** As what it extends, which every line can load. */
    static AppleIdentityProvider of(KeycloakSession session, AppleConfig config) {
        return new AppleAtLoginPage(session, config);
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return new FormEndpoint(callback, realm, event, this);
    }

    /** Where Keycloak's own login page has Apple send the answer. */
    protected static final class FormEndpoint extends OIDCEndpoint {

        private static final String CANCELLED = "user_cancelled_authorize";

        private final AppleIdentityProvider provider;

        FormEndpoint(
                AuthenticationCallback callback, RealmModel realm, EventBuilder event, AppleIdentityProvider provider) {
            super(callback, realm, event, provider);
            this.provider = provider;
        }

        /**
         * Keycloak's own looks for the state in the URL, and goes without secret and verifier where it is in a form.
         */
        @Override
        public SimpleHttpRequest generateTokenRequest(String code) {
            KeycloakContext context = session.getContext();
            String redirectUri = Urls.identityProviderAuthnResponse(
                            context.getUri().getBaseUri(), provider.config.getAlias(), realm.getName())
                    .toString();
            SimpleHttpRequest request = SimpleHttp.create(session)
                    .doPost(provider.config.getTokenUrl())
                    .param(OAUTH2_PARAMETER_CODE, code)
                    .param(OAUTH2_PARAMETER_REDIRECT_URI, redirectUri)
                    .param(OAUTH2_PARAMETER_GRANT_TYPE, OAUTH2_GRANT_TYPE_AUTHORIZATION_CODE);
            String verifier = context.getAuthenticationSession().getClientNote(Upstream.VERIFIER);
            if (provider.config.isPkceEnabled() && verifier != null) {
                request.param(OAuth2Constants.CODE_VERIFIER, verifier);
            }
            return provider.authenticateTokenRequest(request);
        }

        /**
         * The answer as Apple posts it. Anyone may: Keycloak asks for the state, and for the cookie of the browser that
         * left.
         */
        @POST
        @Access(open = true)
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        public Response posted(
                @FormParam(OAUTH2_PARAMETER_STATE) String state,
                @FormParam(OAUTH2_PARAMETER_CODE) String code,
                @FormParam("error") String error) {
            return authResponse(state, code, CANCELLED.equals(error) ? ACCESS_DENIED : error, null);
        }
    }
}
