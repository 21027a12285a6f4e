/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which schemas of the document are answers or parts of answers, and of no body that a caller sends. */
final class DocumentedAnswers {

    private final Map<String, Schema> schemas;

    private DocumentedAnswers(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static Set<String> of(OpenAPI document) {
        DocumentedAnswers all = new DocumentedAnswers(document.getComponents().getSchemas());
        Set<String> answered = new HashSet<>();
        Set<String> taken = new HashSet<>();
        operations(document).forEach(operation -> {
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> all.add(answer.getContent(), answered));
            if (operation.getRequestBody() != null) {
                all.add(operation.getRequestBody().getContent(), taken);
            }
        });
        answered.removeAll(taken);
        return answered;
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    private void add(@Nullable Content content, Set<String> names) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> add(type.getSchema(), names));
        }
    }

    private void add(@Nullable Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (names.add(name)) {
                add(schemas.get(name), names);
            }
            return;
        }
        add(schema.getItems(), names);
        add(schema.getAdditionalPropertiesSchema(), names);
        all(schema.getOneOf()).forEach(part -> add(part, names));
        all(schema.getAllOf()).forEach(part -> add(part, names));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(part -> add(part, names));
        }
    }

    private static List<Schema> all(@Nullable List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }
}
