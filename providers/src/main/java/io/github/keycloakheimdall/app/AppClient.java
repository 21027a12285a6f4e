/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import io.github.keycloakheimdall.keycloak.realm.ClientProtocol;
import java.util.OptionalInt;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The client that stands for the API in its realm. One of that name that some other hand made is left alone, and its
 * realm is not served: its roles were never meant as permissions, nor its web origins as the pages that may call the
 * API.
 */
public final class AppClient {

    /** The client's attribute that makes it the API's; an admin sets it to hand over a client of one's own. */
    public static final String MARK = "heimdall.client";

    static final String NAME = "Heimdall API";
    static final String DESCRIPTION =
            "Stands for the Heimdall API: its roles are the app's permissions, its web origins"
                    + " may call the API from a browser, its sessions are the app's sessions.";

    private AppClient() {}

    /** Whether the realm has a client of that name that is not the API's. */
    public static boolean isForeign(RealmModel realm) {
        ClientModel client = realm.getClientByClientId(AppModel.CLIENT_ID);
        return client != null && !isOurs(client);
    }

    /** The shortest limit that an admin set on the client for what it has in a session, in seconds. */
    public static OptionalInt shortestLimit(ClientModel client) {
        return ClientLimit.shortestOfAdmins(client);
    }

    /** Whether it is the API's: marked as such, or with permissions among its roles, as before there was the mark. */
    static boolean isOurs(ClientModel client) {
        return isMarked(client)
                || client.getRolesStream().anyMatch(role -> role.getFirstAttribute(AppModel.KIND) != null);
    }

    static boolean isMarked(ClientModel client) {
        return Boolean.parseBoolean(client.getAttribute(MARK));
    }

    static void mark(ClientModel client) {
        if (!isMarked(client)) {
            client.setAttribute(MARK, Boolean.TRUE.toString());
        }
    }

    static ClientModel add(RealmModel realm) {
        ClientModel client = realm.addClient(AppModel.CLIENT_ID);
        client.setName(NAME);
        client.setDescription(DESCRIPTION);
        client.setProtocol(ClientProtocol.OIDC);
        client.setEnabled(true);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(false);
        client.setFullScopeAllowed(false);
        return client;
    }
}
