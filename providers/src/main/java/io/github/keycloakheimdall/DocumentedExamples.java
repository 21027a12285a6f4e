/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives operations of the document the examples of {@code src/main/openapi/examples.json}, which a server really
 * answered: a test sends the requests again and compares the answers.
 */
final class DocumentedExamples {

    /** From the folder of the classes. */
    private static final String EXAMPLES = "../../src/main/openapi/examples.json";

    private static final String REFUSED = "refused";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode examples;

    private DocumentedExamples() throws IOException {
        this.examples = (ObjectNode)
                mapper.readTree(CompiledTypes.folder().resolve(EXAMPLES).toFile());
    }

    /** @throws IllegalStateException if there is an example of no operation */
    static void describe(OpenAPI document) {
        try {
            DocumentedExamples all = new DocumentedExamples();
            document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> all.describe(method, path, operation)));
            APIResponse refused = document.getComponents().getResponses().get(DocumentedRefusals.REFUSED);
            if (refused == null) {
                throw new IllegalStateException("no answer for refusals");
            }
            all.show(refused.getContent(), all.examples.remove(REFUSED).get("answer"));
            if (!all.examples.isEmpty()) {
                throw new IllegalStateException("no such operations: " + all.examples.fieldNames());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(HttpMethod method, String path, Operation operation) {
        JsonNode example = examples.remove(method + " " + path);
        if (example == null) {
            return;
        }
        if (example.has("request")) {
            show(operation.getRequestBody().getContent(), example.get("request"));
        }
        if (example.has("answer")) {
            show(
                    operation
                            .getResponses()
                            .getAPIResponse(example.get("status").asText())
                            .getContent(),
                    example.get("answer"));
        }
    }

    private void show(Content content, JsonNode body) {
        content.getMediaTypes().values().forEach(type -> type.setExample(mapper.convertValue(body, Object.class)));
    }
}
