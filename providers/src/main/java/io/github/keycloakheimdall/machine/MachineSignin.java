/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.realm.MachineClients;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.token.AccessClaims;
import io.github.keycloakheimdall.token.TokenSigner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Gives a machine client a token for its secret. Whatever is wrong, the answer is the same. Wrong secrets are not
 * counted against the client: its secret has hundreds of random bits, and a lock would let anyone stop a service by its
 * name.
 */
final class MachineSignin {

    private static final String GRANT = "client_credentials";

    private final KeycloakSession session;
    private final App app;
    private final MachineClients machines;

    MachineSignin(App app) {
        this.session = app.session();
        this.app = app;
        this.machines = new MachineClients(session, app.realm());
    }

    MachineTokenResponse signin(ClientCredentialsRequest request) {
        if (!GRANT.equals(request.grantType())) {
            throw ApiException.invalid(
                    "grant_type",
                    request.grantType() == null ? FieldFault.REQUIRED : FieldFault.UNKNOWN,
                    "must be " + GRANT);
        }
        ClientCredentials credentials = ClientCredentials.of(session, request);
        ClientModel client = machines.find(credentials.clientId());
        boolean matches = machines.matches(client, credentials.secret());
        UserModel account = client == null ? null : machines.account(client);
        String refusal = refusal(client, matches, account);
        if (client == null || account == null || refusal != null) {
            event(client).error(refusal);
            throw ApiException.invalidClient(credentials.basic());
        }
        event(client).user(account).success();
        new MachineUse(app).note(client);
        return token(client, account);
    }

    /** Why the client gets no token, in the words of Keycloak's events, or null. */
    private static @Nullable String refusal(
            @Nullable ClientModel client, boolean matches, @Nullable UserModel account) {
        if (client == null) {
            return Errors.CLIENT_NOT_FOUND;
        }
        if (!matches) {
            return Errors.INVALID_CLIENT_CREDENTIALS;
        }
        return client.isEnabled() && account != null && account.isEnabled() ? null : Errors.CLIENT_DISABLED;
    }

    private MachineTokenResponse token(ClientModel client, UserModel account) {
        List<String> scopes = MachineScopes.of(app, account);
        int now = Clock.seconds();
        int lifetime = app.config().accessTokenTtl();
        AccessClaims claims = AccessClaims.ofMachine(app, client.getClientId(), scopes, now, now + lifetime);
        return new MachineTokenResponse(
                new TokenSigner(session).sign(claims), "Bearer", lifetime, String.join(" ", scopes));
    }

    /** An unknown client's name is left out: it is whatever someone typed. */
    private EventBuilder event(@Nullable ClientModel client) {
        return new Events(session)
                .of(EventType.CLIENT_LOGIN)
                .client(client == null ? null : client.getClientId())
                .detail(Details.GRANT_TYPE, GRANT);
    }
}
