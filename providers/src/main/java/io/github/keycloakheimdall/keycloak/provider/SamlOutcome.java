/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.keycloak.runtime.Needs;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What Keycloak's endpoint makes of an answer, which it tells by calls. What it would send to a browser is sent to
 * nobody.
 */
@Needs(Feature.LOGIN_CALLBACK)
final class SamlOutcome implements UserAuthenticationIdentityProvider.AuthenticationCallback {

    private @Nullable AuthenticationSessionModel attempt;
    private @Nullable BrokeredIdentityContext identity;

    void expect(AuthenticationSessionModel expected) {
        attempt = expected;
    }

    Optional<BrokeredIdentityContext> identity() {
        return Optional.ofNullable(identity);
    }

    @Override
    public @Nullable AuthenticationSessionModel getAndVerifyAuthenticationSession(String state) {
        return attempt;
    }

    @Override
    public Response authenticated(BrokeredIdentityContext meant) {
        identity = meant;
        return Response.noContent().build();
    }

    @Override
    public Response cancelled(IdentityProviderModel provider) {
        return Response.noContent().build();
    }

    @Override
    public Response retryLogin(UserAuthenticationIdentityProvider<?> provider, AuthenticationSessionModel again) {
        return Response.noContent().build();
    }

    @Override
    public Response error(IdentityProviderModel provider, String message) {
        return Response.noContent().build();
    }
}
