/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes the tables of {@code docs/api.md}, one a chapter, between lines that name it; what stands around them is
 * written by hand. The build writes into its own folder, from where the page is copied.
 */
final class DocumentedPage {

    /** From the folder of the classes. */
    private static final String PAGE = "../../../docs/api.md";

    private static final String BUILT = "../api.md";
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- routes: ([^>]+) -->\n).*?(?=<!-- /routes -->)");
    private static final String HEAD =
            "| route | what it does | for | takes | answers | refusals of its own |\n|---|---|---|---|---|---|\n";

    private static final String BASE = "/{slug}/v1";
    private static final String ADMINS = "admins of Keycloak with the role ";

    private final OpenAPI document;
    private final DocumentedWords words;
    private final Map<String, String> callers;

    /** @param callers for whom each operation is, by method and path */
    DocumentedPage(OpenAPI document, DocumentedWords words, Map<String, String> callers) {
        this.document = document;
        this.words = words;
        this.callers = callers;
    }

    /** @throws IllegalStateException if the page has no place for a chapter, or one for a chapter that is not there */
    void write(Path classes) throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        words.routes()
                .forEach((operation, route) -> tables.merge(route.chapter(), row(operation, route), String::concat));
        String page = TABLE.matcher(Files.readString(classes.resolve(PAGE)))
                .replaceAll(place -> Matcher.quoteReplacement(place.group(1) + HEAD + rows(tables, place.group(2))));
        if (!tables.isEmpty()) {
            throw new IllegalStateException("docs/api.md has no place for " + tables.keySet());
        }
        Files.writeString(classes.resolve(BUILT).normalize(), page);
    }

    private static String rows(Map<String, String> tables, String chapter) {
        return Optional.ofNullable(tables.remove(chapter))
                .orElseThrow(() -> new IllegalStateException("no such chapter of routes: " + chapter));
    }

    private String row(String operation, DocumentedWords.Route route) {
        String[] parts = operation.split(" ");
        PathItem item = document.getPaths().getPathItem(parts[1]);
        Operation known =
                Objects.requireNonNull(item.getOperations().get(PathItem.HttpMethod.valueOf(parts[0])), operation);
        String path = parts[1].startsWith(BASE) ? parts[1].substring(BASE.length()) : parts[1];
        return Stream.of(
                        '`' + parts[0] + ' ' + path + '`',
                        route.summary(),
                        joined(
                                ", ",
                                Objects.requireNonNull(callers.get(operation), operation)
                                        .replace(ADMINS, ""),
                                route.needs()),
                        joined("; ", taken(known), route.takes(), headers(known)),
                        answers(known, route, "[23]..", "; "),
                        answers(known, route, "[45]..", "; "))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                .replace("|  |", "| |");
    }

    private String taken(Operation operation) {
        Stream<String> query = parameters(operation, Parameter.In.QUERY).map(DocumentedPage::named);
        return Stream.concat(query, fields(operation)).collect(Collectors.joining(", "));
    }

    private static String headers(Operation operation) {
        return parameters(operation, Parameter.In.HEADER)
                .map(parameter -> "and the header `" + parameter.getName() + "`?")
                .collect(Collectors.joining(", "));
    }

    private static Stream<Parameter> parameters(Operation operation, Parameter.In where) {
        return parameters(operation).filter(parameter -> parameter.getIn() == where);
    }

    /** An operation's own, without those of its path. */
    static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }

    private static String named(Parameter parameter) {
        Schema schema = parameter.getSchema();
        String name = '`' + parameter.getName() + (Boolean.TRUE.equals(parameter.getRequired()) ? "`" : "`?");
        return schema.getMaximum() == null
                ? name
                : "%s (%s to %s, %s)"
                        .formatted(name, schema.getMinimum(), schema.getMaximum(), schema.getDefaultValue());
    }

    private Stream<String> fields(Operation operation) {
        if (operation.getRequestBody() == null) {
            return Stream.empty();
        }
        Content content = operation.getRequestBody().getContent();
        Schema schema = content.getMediaTypes().values().iterator().next().getSchema();
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            schema =
                    Objects.requireNonNull(document.getComponents().getSchemas().get(name), name);
        }
        List<String> required = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        return Optional.ofNullable(schema.getProperties()).orElse(Map.of()).keySet().stream()
                .map(name -> '`' + name + (required.contains(name) ? "`" : "`?"));
    }

    private static String answers(Operation operation, DocumentedWords.Route route, String statuses, String between) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getValue().getRef() == null)
                .map(Map.Entry::getKey)
                .filter(status -> status.matches(statuses))
                .sorted()
                .map(status -> joined(" ", status, route.answers().getOrDefault(status, "")))
                .collect(Collectors.joining(between));
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
