/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.http.Pagination;
import io.github.keycloakheimdall.keycloak.Clock;
import io.github.keycloakheimdall.keycloak.MachineClients;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The machine clients of one app, for its admins. */
final class Machines {

    private final App app;
    private final MachineClients clients;

    Machines(KeycloakSession session, App app) {
        this.app = app;
        this.clients = new MachineClients(session, app.realm());
    }

    /**
     * A page.
     *
     * @param cursor where the page before ended, or null
     * @throws ApiException 400 for a malformed cursor
     */
    MachineClientList list(int limit, String cursor) {
        List<ClientModel> found = clients.after(cursor == null ? "" : decode(cursor), limit + 1);
        List<ClientModel> page = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > limit;
        Pagination pagination =
                more ? new Pagination(encode(page.get(page.size() - 1).getClientId()), true) : Pagination.SINGLE_PAGE;
        return new MachineClientList(page.stream().map(this::describe).toList(), pagination);
    }

    /** @throws ApiException 404 */
    MachineClient read(String clientId) {
        ClientModel client = find(clientId);
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
        return new RotatedSecret(clientId, clients.newSecret(find(clientId)));
    }

    /** Switching off calls back every token that is out, for good. Returns Keycloak's id of the client. */
    String activate(String clientId, Boolean active) {
        ClientModel client = find(clientId);
        if (active != null && active != client.isEnabled()) {
            client.setEnabled(active);
            if (!active) {
                client.setNotBefore(Clock.seconds());
            }
        }
        return client.getId();
    }

    /** Returns Keycloak's id of the client. */
    String scope(String clientId, Collection<String> permissions) {
        ClientModel client = find(clientId);
        MachineScopes.set(app, account(client), permissions);
        return client.getId();
    }

    /** Returns Keycloak's id that the client had. */
    String delete(String clientId) {
        ClientModel client = find(clientId);
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
            throw ApiException.notFound();
        }
        return client;
    }

    private UserModel account(ClientModel client) {
        return clients.account(client);
    }

    private MachineClientList.Summary describe(ClientModel client) {
        return new MachineClientList.Summary(
                client.getId(),
                app.id(),
                client.getClientId(),
                client.getName() == null ? client.getClientId() : client.getName(),
                client.isEnabled(),
                MachineUse.of(client),
                createdAt(client));
    }

    /** Keycloak does not date clients, but users: the service account is as old as the client is a machine. */
    private Instant createdAt(ClientModel client) {
        UserModel account = account(client);
        return account == null || account.getCreatedTimestamp() == null
                ? Instant.EPOCH
                : Instant.ofEpochMilli(account.getCreatedTimestamp());
    }

    private static String encode(String clientId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(clientId.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            String clientId = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (MachineClients.isId(clientId)) {
                return clientId;
            }
        } catch (IllegalArgumentException notBase64) {
            throw ApiException.invalid("cursor", "is malformed");
        }
        throw ApiException.invalid("cursor", "is malformed");
    }
}
