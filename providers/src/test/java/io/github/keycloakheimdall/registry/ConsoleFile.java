/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The project's file for the console's "Create realm", and what a realm looks like that came of it. */
final class ConsoleFile {

    private ConsoleFile() {}

    /** The file with a name of one's own. */
    static Map<String, Object> named(String slug, String displayName) {
        var json = ConsoleFile.class.getResourceAsStream("/realm-templates/acme.json");
        Map<String, Object> realm = new HashMap<>(new JsonPath(json).getMap("$"));
        realm.put("realm", slug);
        realm.put("displayName", displayName);
        return realm;
    }

    /** All of a realm that its export has, with what differs between any two realms left out, in one order. */
    static String export(RealmAdmin realm, String slug) throws JsonProcessingException {
        String export = realm.call(Method.POST, "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .asString()
                .replace(slug, "slug")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "time");
        return sorted(new ObjectMapper().readTree(export)).toPrettyString();
    }

    /** The same with every list in the order of its elements' texts, and every object in that of its names. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            StreamSupport.stream(node.spliterator(), false)
                    .map(ConsoleFile::sorted)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .forEach(list::add);
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> parts = new TreeMap<>();
        node.properties().forEach(part -> parts.put(part.getKey(), sorted(part.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(parts);
    }
}
