/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.caller.Access;
import io.github.keycloakheimdall.idempotency.Idempotency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives each operation of the document its words, its chapter, a name for generated clients, who enters it, and its
 * refusals. The words are in {@code src/main/openapi/operations.txt}; who enters is what {@link Access} says.
 */
final class DocumentedOperations {

    /** From the folder of the classes. */
    private static final String WORDS = "../../src/main/openapi/operations.txt";

    /** Resources that others lead to, and whose operations generated clients know as those of the others. */
    private static final Map<String, String> PARTS =
            Map.of("TenantMembersResource", "TenantsResource", "CallbackResource", "FederationResource");

    /** Of a list that says nothing else. */
    private static final int PAGE = 50;

    private static final int LONGEST_PAGE = 200;

    private final DocumentedWords words;
    private final DocumentedAccess access;

    /** For whom each operation is, by method and path. */
    private final Map<String, String> callers = new TreeMap<>();

    private DocumentedOperations(Path classes) throws IOException {
        this.access = new DocumentedAccess(classes);
        this.words = new DocumentedWords(Files.readAllLines(classes.resolve(WORDS)));
    }

    /** @throws IllegalStateException if an operation has no words, or there are words of no operation */
    static void describe(OpenAPI document) {
        try {
            Path classes = CompiledTypes.folder();
            DocumentedOperations all = new DocumentedOperations(classes);
            DocumentedFrame.describe(document);
            all.words
                    .chapters()
                    .forEach((name, text) ->
                            document.addTag(OASFactory.createTag().name(name).description(text)));
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> all.describe(method, path, operation)));
            Set<String> left = new TreeSet<>(all.words.routes().keySet());
            left.removeAll(all.callers.keySet());
            if (!left.isEmpty()) {
                throw new IllegalStateException("no such operations: " + left);
            }
            new DocumentedPage(document, all.words, all.callers).write(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(HttpMethod method, String path, Operation operation) {
        String name = method + " " + path;
        DocumentedWords.Route route = words.of(name);
        String caller = access.describe(path, operation);
        callers.put(name, caller);
        operation.addTag(route.chapter()).summary(route.summary()).description(description(route, caller));
        DocumentedFrame.describeAnswers(path, operation, route.answers());
        DocumentedStatuses.complete(method, path, operation, access.isLimited(operation));
        operation.operationId(nameOf(operation.getOperationId()));
        DocumentedPage.parameters(operation).forEach(DocumentedOperations::describe);
    }

    private static String description(DocumentedWords.Route route, String caller) {
        StringBuilder text = new StringBuilder(route.summary()).append(". For ").append(caller);
        if (!route.needs().isEmpty()) {
            text.append(", ").append(DocumentedWords.withoutLinks(route.needs()));
        }
        text.append('.');
        if (!route.takes().isEmpty()) {
            text.append(" Takes: ")
                    .append(DocumentedWords.withoutLinks(route.takes()))
                    .append('.');
        }
        return text.toString();
    }

    private static void describe(Parameter parameter) {
        if (parameter.getName().equals("limit")) {
            parameter.description("How many at most");
            if (parameter.getSchema().getMaximum() == null) {
                parameter.schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(LONGEST_PAGE))
                        .defaultValue(PAGE));
            } else {
                // The scanner takes it as the text that the annotation has.
                parameter
                        .getSchema()
                        .setDefaultValue(Integer.valueOf(
                                parameter.getSchema().getDefaultValue().toString()));
            }
        } else if (parameter.getName().equals("cursor")) {
            parameter.description("Where to go on: the next_cursor of the page before");
        } else if (parameter.getName().equals(Idempotency.HEADER)) {
            parameter
                    .description("Has the request carried out once: within 24 hours the same key with the same body"
                            + " gets the first answer again. Visible ASCII characters, such as a random UUID")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.STRING)
                            .minLength(1)
                            .maxLength(Idempotency.LONGEST_KEY)
                            .pattern("^[!-~]+$"));
        } else if (parameter.getName().equals("unreplayed")) {
            parameter.schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN));
        }
    }

    /** {@code AuthResource_signup} becomes {@code authSignup}. */
    private static String nameOf(String scanned) {
        String[] parts = scanned.split("_");
        String type = parts[0];
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            type = type.replace(part.getKey(), part.getValue());
        }
        type = type.replaceFirst("Resource$", "");
        return Character.toLowerCase(type.charAt(0))
                + type.substring(1)
                + Character.toUpperCase(parts[1].charAt(0))
                + parts[1].substring(1);
    }
}
