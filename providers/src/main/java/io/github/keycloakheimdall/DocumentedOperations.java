/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.caller.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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

    private static final int LONGEST_PAGE = 200;

    private final Map<String, String[]> words = new TreeMap<>();
    private final Map<String, String> chapters = new LinkedHashMap<>();
    private final DocumentedAccess access;

    private DocumentedOperations(Path classes) throws IOException {
        this.access = new DocumentedAccess(classes);
        for (String line : Files.readAllLines(classes.resolve(WORDS))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" \\| ");
                if (parts[0].equals("chapter")) {
                    chapters.put(parts[1], parts[2]);
                } else {
                    words.put(parts[0], parts);
                }
            }
        }
    }

    /** @throws IllegalStateException if an operation has no words, or there are words of no operation */
    static void describe(OpenAPI document) {
        try {
            DocumentedOperations all = new DocumentedOperations(CompiledTypes.folder());
            DocumentedFrame.describe(document);
            all.chapters.forEach((name, text) ->
                    document.addTag(OASFactory.createTag().name(name).description(text)));
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> all.describe(method, path, operation)));
            if (!all.words.isEmpty()) {
                throw new IllegalStateException("no such operations: " + all.words.keySet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(HttpMethod method, String path, Operation operation) {
        String[] parts = words.remove(method + " " + path);
        if (parts == null) {
            throw new IllegalStateException(method + " " + path + " has no words in operations.txt");
        }
        if (!chapters.containsKey(parts[1])) {
            throw new IllegalStateException("no such chapter: " + parts[1]);
        }
        operation.addTag(parts[1]).summary(parts[2]);
        access.describe(path, operation);
        operation.setOperationId(nameOf(operation.getOperationId()));
        DocumentedFrame.addRefusals(operation);
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(DocumentedOperations::describe);
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getName().equals("limit")) {
            parameter
                    .description("How many at most")
                    .schema(OASFactory.createSchema()
                            .addType(Schema.SchemaType.INTEGER)
                            .format("int32")
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(LONGEST_PAGE)));
        } else if (parameter.getName().equals("cursor")) {
            parameter.description("Where to go on: the next_cursor of the page before");
        } else if (parameter.getName().equals("unreplayed")) {
            parameter.schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN));
        }
    }

    /** {@code AuthResource_signup} becomes {@code authSignup}. */
    private static String nameOf(String scanned) {
        String[] parts = scanned.split("_");
        String type = parts[0].replaceFirst("Resource$", "");
        return Character.toLowerCase(type.charAt(0))
                + type.substring(1)
                + Character.toUpperCase(parts[1].charAt(0))
                + parts[1].substring(1);
    }
}
