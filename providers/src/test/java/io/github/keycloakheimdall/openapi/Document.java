/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenAPI document, as far as two of them can be compared. */
final class Document {

    /** Stands for the properties of an object that the document does not describe. */
    private static final String ANYTHING = "*";

    private final OpenAPI api;
    private final Map<String, Operation> operations = new TreeMap<>();

    private Document(OpenAPI api) {
        this.api = api;
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> operations.put(name(method, path), operation)));
    }

    static Document read(Path file) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        String location = file.toAbsolutePath().normalize().toString();
        return new Document(new OpenAPIV3Parser().read(location, null, options));
    }

    /** Method and path, with the names of the path's parameters left out. */
    Set<String> operations() {
        return operations.keySet();
    }

    /** Whether a property is among the names, or inside an object that is left open there. */
    static boolean covers(Set<String> names, String property) {
        return property.endsWith(ANYTHING)
                || names.contains(property)
                || names.stream()
                        .filter(name -> name.endsWith(ANYTHING))
                        .anyMatch(name -> property.startsWith(name.substring(0, name.length() - ANYTHING.length())));
    }

    Set<String> successes(String operation) {
        Set<String> statuses =
                new TreeSet<>(operations.get(operation).getResponses().keySet());
        statuses.removeIf(status -> !status.startsWith("2") && !status.startsWith("3"));
        return statuses;
    }

    /** The properties of an operation's answer, those of nested objects with their path. */
    Set<String> answered(String operation, String status) {
        var response = operations.get(operation).getResponses().get(status);
        return properties(response == null ? null : response.getContent());
    }

    /** The properties of an operation's JSON body. */
    Set<String> taken(String operation) {
        var body = operations.get(operation).getRequestBody();
        return properties(body == null ? null : body.getContent());
    }

    /** The parameters of an operation's query. */
    Set<String> asked(String operation) {
        return Stream.ofNullable(operations.get(operation).getParameters())
                .flatMap(List::stream)
                .filter(parameter -> "query".equals(parameter.getIn()))
                .map(Parameter::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A header that an operation takes. */
    Optional<Parameter> header(String operation, String name) {
        return Stream.ofNullable(operations.get(operation).getParameters())
                .flatMap(List::stream)
                .filter(parameter -> "header".equals(parameter.getIn()) && name.equals(parameter.getName()))
                .findFirst();
    }

    /** The schemas that have names. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    Map<String, Schema<?>> schemas() {
        return (Map) api.getComponents().getSchemas();
    }

    private Set<String> properties(Content content) {
        Set<String> names = new TreeSet<>();
        Optional.ofNullable(content)
                .map(types -> types.get("application/json"))
                .ifPresent(type -> collect("", type.getSchema(), names));
        return names;
    }

    private void collect(String prefix, Schema<?> schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            collect(prefix, api.getComponents().getSchemas().get(name), names);
            return;
        }
        if (schema.getItems() != null) {
            collect(prefix, schema.getItems(), names);
        }
        for (Schema<?> part : Optional.ofNullable(schema.getAllOf()).orElse(List.of())) {
            collect(prefix, part, names);
        }
        boolean open = "object".equals(schema.getType()) && schema.getProperties() == null && schema.getAllOf() == null;
        if (open) {
            names.add(prefix + ANYTHING);
        }
        Optional.ofNullable(schema.getProperties()).orElse(Map.of()).forEach((name, property) -> {
            names.add(prefix + name);
            collect(prefix + name + '.', property, names);
        });
    }

    private static String name(PathItem.HttpMethod method, String path) {
        return method + " " + path.replaceAll("\\{[^}]+}", "{}");
    }
}
