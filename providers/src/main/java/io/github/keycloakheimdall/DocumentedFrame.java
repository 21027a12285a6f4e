/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the document has once: where the API is, how one says who one is, and the body of every refusal. */
final class DocumentedFrame {

    private DocumentedFrame() {}

    static void describe(OpenAPI document) {
        document.addServer(OASFactory.createServer()
                .url("http://127.0.0.1:8080")
                .description("The development server; clients are told where their Keycloak is"));
        Components components = document.getComponents();
        components.addSecurityScheme(
                DocumentedAccess.BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An access token of the app's user or machine client, an API key of its backend"
                                + " (`hdk_live_...`), or an access token of an admin of Keycloak: each operation"
                                + " says which. Where it may be left out, an API key keeps the app's backend out"
                                + " of the rate limits"));
        DocumentedRefusals.describe(components);
    }

    /**
     * Says of each status what it means here.
     *
     * @param words by status
     * @throws IllegalStateException for words of a success that the operation does not have
     */
    static void describeAnswers(String path, Operation operation, Map<String, String> words) {
        APIResponses answers = operation.getResponses();
        words.forEach((status, text) -> {
            String description = DocumentedWords.capitalized(DocumentedWords.withoutLinks(text));
            if (isRefusal(status)) {
                String reason =
                        Response.Status.fromStatusCode(Integer.parseInt(status)).getReasonPhrase();
                answers.addAPIResponse(
                        status, DocumentedRefusals.of(path, status, text.isEmpty() ? reason : description));
            } else if (answers.getAPIResponse(status) == null) {
                throw new IllegalStateException(operation.getOperationId() + " does not answer " + status);
            } else {
                answers.getAPIResponse(status).setDescription(description);
            }
        });
    }

    private static boolean isRefusal(String status) {
        return status.compareTo("400") >= 0;
    }
}
