/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Cursor;
import io.github.keycloakheimdall.http.Page;
import io.github.keycloakheimdall.http.PageRequest;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.realm.MachineClients;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.user.CreatedAt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The machine clients of one app, for its admins. */
final class Machines {

    private final KeycloakSession session;
    private final App app;
    private final KeycloakAdmin admin;
    private final MachineClients clients;

    Machines(App app, KeycloakAdmin admin) {
        this.session = app.session();
        this.app = app;
        this.admin = admin;
        this.clients = new MachineClients(session, app.realm());
    }

    /** A page by client id, without those that the admin may not see. */
    MachineClientList list(PageRequest request) {
        String after = request.after() == null ? "" : request.after().key();
        Page<ClientModel> page = Page.cut(
                session,
                clients.after(after, request.limit() + 1),
                request.limit(),
                client -> new Cursor(client.getClientId(), client.getId()));
        return new MachineClientList(
                page.rows().stream()
                        .filter(admin.rights()::maySee)
                        .map(this::describe)
                        .toList(),
                page.pagination());
    }

    /** @throws ApiException 403 or 404 */
    MachineClient read(String clientId) {
        ClientModel client = find(clientId);
        if (!admin.rights().maySee(client)) {
            throw ApiException.forbidden("You may not see this client");
        }
        List<MachineClient.Scope> scopes = MachineScopes.of(app, account(client)).stream()
                .map(MachineClient.Scope::of)
                .toList();
        return MachineClient.of(describe(client), scopes);
    }

    CreatedMachine create(String name) {
        String clientId = MachineClients.PREFIX + UUID.randomUUID().toString().replace("-", "");
        ClientModel client = clients.create(clientId, name);
        String secret = clients.newSecret(client);
        return new CreatedMachine(client.getId(), clientId, secret, name, createdAt(client));
    }

    /** Tokens that are out stay good: a rotation is routine, and who wants them back switches the client off. */
    RotatedSecret rotate(String clientId) {
        return new RotatedSecret(clientId, clients.newSecret(configurable(clientId)));
    }

    /** Switching off calls back every token that is out, for good. Returns Keycloak's id of the client. */
    String activate(String clientId, @Nullable Boolean active) {
        ClientModel client = configurable(clientId);
        if (active != null && active != client.isEnabled()) {
            client.setEnabled(active);
            if (!active) {
                client.setNotBefore(Clock.seconds());
            }
        }
        return client.getId();
    }

    /**
     * Replaces the client's scopes, by those alone that Keycloak would let the admin map to its service account.
     *
     * @return Keycloak's id of the client
     * @throws ApiException 400 for an unknown permission, 403 for one that the admin may not give or take
     */
    String scope(String clientId, Collection<String> permissions) {
        ClientModel client = configurable(clientId);
        new MachineScopes(app, admin).set(account(client), permissions);
        return client.getId();
    }

    /** Returns Keycloak's id that the client had. */
    String delete(String clientId) {
        ClientModel client = configurable(clientId);
        String id = client.getId();
        clients.remove(client);
        return id;
    }

    /** Keycloak's id of the client. */
    String idOf(String clientId) {
        return find(clientId).getId();
    }

    private ClientModel find(String clientId) {
        ClientModel client = clients.find(clientId);
        if (client == null || clients.account(client) == null) {
            // Whoever may not look for clients is not told which there are.
            throw admin.rights().has(AdminRole.QUERY_CLIENTS)
                    ? ApiException.notFound()
                    : ApiException.forbidden("You may not see this client");
        }
        return client;
    }

    private ClientModel configurable(String clientId) {
        ClientModel client = find(clientId);
        if (!admin.rights().mayConfigure(client)) {
            throw ApiException.forbidden("You may not change this client");
        }
        return client;
    }

    /** A client that is being deleted loses its account first. */
    private UserModel account(ClientModel client) {
        return Optional.ofNullable(clients.account(client)).orElseThrow(ApiException::notFound);
    }

    private MachineClientList.Summary describe(ClientModel client) {
        return MachineClientList.Summary.of(app, client, createdAt(client));
    }

    /** Keycloak does not date clients, but users: the service account is as old as the client is a machine. */
    private Instant createdAt(ClientModel client) {
        UserModel account = clients.account(client);
        return account == null ? Instant.EPOCH : CreatedAt.of(account);
    }
}
