/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A realm as one of Keycloak's exports has it. */
public final class RealmFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    /**
     * The same file with the app's client and permissions, if its app roles hold permissions and it lacks their client:
     * an export of groups and roles without clients. Any other file comes back as it is.
     */
    public static byte[] completed(byte[] file) {
        // Most realms are no apps, and one search is cheaper than a tree.
        if (!new String(file, StandardCharsets.UTF_8).contains(AppModel.KIND)) {
            return file;
        }
        try {
            return JSON.readTree(file) instanceof ObjectNode realm && lacksClient(realm) ? withClient(realm) : file;
        } catch (IOException notJson) {
            // Keycloak answers to it.
            return file;
        }
    }

    private static boolean lacksClient(ObjectNode realm) {
        return !held(realm).isEmpty()
                && elements(realm.path("clients"))
                        .noneMatch(client -> AppModel.CLIENT_ID.equals(
                                client.path("clientId").asText()));
    }

    /** The names of the permissions that app roles hold. */
    private static Set<String> held(ObjectNode realm) {
        return elements(realm.path("roles").path("realm"))
                .filter(role -> role.path("attributes").has(AppModel.KIND))
                .flatMap(role -> elements(role.path("composites").path("client").path(AppModel.CLIENT_ID)))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] withClient(ObjectNode realm) throws IOException {
        ArrayNode clients = realm.get("clients") instanceof ArrayNode some ? some : realm.putArray("clients");
        ObjectNode client = clients.addObject()
                .put("clientId", AppModel.CLIENT_ID)
                .put("name", AppClient.NAME)
                .put("description", AppClient.DESCRIPTION)
                .put("enabled", true)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", false)
                .put("fullScopeAllowed", false);
        client.putObject("attributes").put(AppClient.MARK, "true");
        ObjectNode roles = (ObjectNode) realm.get("roles");
        ObjectNode ofClients = roles.get("client") instanceof ObjectNode some ? some : roles.putObject("client");
        if (!ofClients.has(AppModel.CLIENT_ID)) {
            addPermissions(ofClients.putArray(AppModel.CLIENT_ID), held(realm));
        }
        return JSON.writeValueAsBytes(realm);
    }

    private static void addPermissions(ArrayNode permissions, Set<String> names) {
        for (String name : names) {
            String kind = PermissionCatalogue.SYSTEM.contains(name) ? AppModel.SYSTEM : AppModel.CUSTOM;
            permissions
                    .addObject()
                    .put("name", name)
                    .putObject("attributes")
                    .putArray(AppModel.KIND)
                    .add(kind);
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
