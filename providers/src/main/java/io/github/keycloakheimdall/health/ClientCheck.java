/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppClient;
import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.AuthConfig;
import io.github.keycloakheimdall.app.Toggle;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the client that stands for the API is the API's, is on, lets nobody log in, and lets sessions live. */
public final class ClientCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        if (AppClient.isForeign(realm)) {
            return Stream.of(Finding.error(
                    "client_not_ours",
                    "The realm has a client 'heimdall' that is not this API's, so the app is not served.",
                    "Give that client another client id, or hand it over by setting its attribute " + AppClient.MARK
                            + " to true: its roles become permissions and its web origins may call the API."));
        }
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        return client == null
                ? Stream.empty()
                : Stream.of(disabled(client), open(client), shortLived(realm, client))
                        .flatMap(findings -> findings);
    }

    private static Stream<Finding> disabled(ClientModel client) {
        return client.isEnabled()
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "client_disabled",
                        "The client 'heimdall' is disabled, so every call of the app is refused with 403.",
                        "Enable the client."));
    }

    private static Stream<Finding> shortLived(RealmModel realm, ClientModel client) {
        int token = AuthConfig.of(realm).accessTokenTtl();
        OptionalInt limit = AppClient.shortestLimit(client);
        return limit.isEmpty() || limit.getAsInt() >= token
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "client_sessions_short",
                        "The client 'heimdall' has a limit of its own for sessions, " + limit.getAsInt()
                                + " seconds, by which they end before their access tokens would.",
                        "Empty 'Client Session Idle' and 'Client Session Max' in the client's advanced settings, or"
                                + " set them to more than " + Toggle.ACCESS_TOKEN_TTL_SECONDS.attribute() + " ("
                                + token + ")."));
    }

    private static Stream<Finding> open(ClientModel client) {
        boolean closed = client.isBearerOnly()
                || !client.isStandardFlowEnabled()
                        && !client.isImplicitFlowEnabled()
                        && !client.isDirectAccessGrantsEnabled()
                        && !client.isServiceAccountsEnabled();
        return closed
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "client_can_log_in",
                        "One can log in with the client 'heimdall' past this API, whose rules do not hold there.",
                        "Switch off all authentication flows of the client."));
    }
}
