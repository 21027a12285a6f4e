/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.realm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.vault.VaultStringSecret;

/** The realm's confidential {@code m2m_*} clients with a service account, however they were made. */
public final class MachineClients {

    /** What the id of each of them begins with. */
    public static final String PREFIX = "m2m_";

    private static final Pattern ID = Pattern.compile(PREFIX + "[A-Za-z0-9._-]{1,251}");
    private static final byte[] NO_SECRET = new byte[32];

    private final KeycloakSession session;
    private final RealmModel realm;

    public MachineClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether it is the id that a machine client can have. */
    public static boolean isId(String clientId) {
        return ID.matcher(clientId).matches();
    }

    /** The next clients by client id, at most so many. */
    public List<ClientModel> after(String clientId, int limit) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select client.id from ClientEntity client where client.realmId = :realm"
                                + " and client.clientId > :after and client.clientId like :prefix escape '!'"
                                + " and client.serviceAccountsEnabled = true and client.publicClient = false"
                                + " order by client.clientId",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("after", clientId)
                .setParameter("prefix", "m2m!_%")
                .setMaxResults(limit)
                .getResultStream()
                .map(realm::getClientById)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The client of that id, enabled or not, or null. */
    public @Nullable ClientModel find(String clientId) {
        ClientModel client = isId(clientId) ? realm.getClientByClientId(clientId) : null;
        return client != null && client.isServiceAccountsEnabled() && !client.isPublicClient() ? client : null;
    }

    /** The user that stands for the client, or null. */
    public @Nullable UserModel account(ClientModel client) {
        return session.users().getServiceAccount(client);
    }

    /** Makes a client that can do nothing yet. It has no secret until {@link #newSecret}. */
    public ClientModel create(String clientId, String name) {
        ClientModel client = realm.addClient(clientId);
        client.setName(name);
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setClientAuthenticatorType(ClientIdAndSecretAuthenticator.PROVIDER_ID);
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        manager().enableServiceAccount(client);
        return client;
    }

    /** Gives the client a new secret; the one before is refused from then on. */
    public String newSecret(ClientModel client) {
        ImportedSecrets.forget(client);
        return KeycloakModelUtils.generateSecret(client);
    }

    /**
     * Whether it is the client's secret, compared in constant time.
     *
     * @param client null when there is no such client, which costs the same
     */
    public boolean matches(@Nullable ClientModel client, String secret) {
        if (client == null || !isBySecret(client)) {
            MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), NO_SECRET);
            return false;
        }
        return !OIDCClientSecretConfigWrapper.fromClientModel(client).isClientSecretExpired()
                && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), secretOf(client));
    }

    private static boolean isBySecret(ClientModel client) {
        return client.getSecret() != null
                && !ImportedSecrets.isMasked(client)
                && ClientIdAndSecretAuthenticator.PROVIDER_ID.equals(client.getClientAuthenticatorType());
    }

    /** As Keycloak 26.6 and later do: the vault's, where the client names one that is there. */
    private byte[] secretOf(ClientModel client) {
        try (VaultStringSecret kept = session.vault().getStringSecret(client.getSecret())) {
            return kept.get().orElse(client.getSecret()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Removes the client and its service account. */
    public void remove(ClientModel client) {
        manager().removeClient(realm, client);
    }

    private ClientManager manager() {
        return new ClientManager(new RealmManager(session));
    }
}
