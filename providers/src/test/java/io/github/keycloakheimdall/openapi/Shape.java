/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What of an OpenAPI document is a fact: paths, parameters, statuses and schemas, without what it says of them. */
final class Shape {

    private static final String DESCRIPTION = "description";
    private static final String RESPONSES = "responses";

    /** Keywords that tell something to whoever reads, or sort it for them. */
    private static final Set<String> TOLD = Set.of(
            "summary",
            DESCRIPTION,
            "title",
            "example",
            "examples",
            "externalDocs",
            "contact",
            "license",
            "termsOfService",
            "operationId",
            "servers",
            "tags");

    /** Keywords below which keys are names that the document gives. */
    private static final Set<String> NAMED = Set.of(
            "paths",
            "properties",
            "schemas",
            RESPONSES,
            "content",
            "headers",
            "parameters",
            "requestBodies",
            "security",
            "securitySchemes");

    /** Keywords with values that are no schemas. */
    private static final Set<String> VALUES = Set.of("enum", "required", "default");

    private Shape() {}

    /** The document without its texts; where OpenAPI wants one, an empty one. */
    static JsonNode of(JsonNode document) {
        ObjectNode shape = (ObjectNode) keywords(document);
        ((ObjectNode) shape.get("info")).put("title", "");
        return shape;
    }

    private static JsonNode keywords(JsonNode node) {
        if (!node.isObject()) {
            return node.isArray() ? each(node) : node;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            if (!TOLD.contains(keyword) && !keyword.startsWith("x-")) {
                kept.set(keyword, VALUES.contains(keyword) ? value : below(keyword, value));
            }
        });
        return kept;
    }

    private static JsonNode below(String keyword, JsonNode value) {
        if (!NAMED.contains(keyword) || !value.isObject()) {
            return keywords(value);
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(entry -> named.set(entry.getKey(), keywords(entry.getValue())));
        if (keyword.equals(RESPONSES)) {
            named.forEach(response -> ((ObjectNode) response).put(DESCRIPTION, ""));
        }
        return named;
    }

    private static ArrayNode each(JsonNode nodes) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(node -> kept.add(keywords(node)));
        return kept;
    }
}
