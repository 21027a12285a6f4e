/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;

/** Keeps users with a factor by mail out where a password alone is taken and no page can ask for a code. */
final class EmailFactorRefusal extends LoginStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (EmailCredentials.of(context.getUser()).isEmpty()) {
            context.success();
            return;
        }
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        var words = new OAuth2ErrorRepresentation(OAuthErrorException.INVALID_GRANT, "Invalid user credentials");
        context.failure(
                AuthenticationFlowError.INVALID_USER,
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(words)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // No page leads here.
    }

    /** Of everybody, or Keycloak would ask who has none to set one up. */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }
}
