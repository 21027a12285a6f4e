/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.error.ErrorCodes;
import io.github.keycloakheimdall.error.FieldFault;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the document has once: where the API is, how one says who one is, and the body of every refusal. */
final class DocumentedFrame {

    private static final String ERROR = "Error";
    private static final String FIELD_ERROR = "FieldError";
    private static final String FIELD_FAULT = "FieldFault";
    static final String REFUSED = "Refused";
    private static final String FAILED = "Failed";

    private DocumentedFrame() {}

    static void describe(OpenAPI document) {
        document.addServer(OASFactory.createServer()
                .url("{keycloak}")
                .description("Keycloak with the extension")
                .addVariable(
                        "keycloak",
                        OASFactory.createServerVariable()
                                .defaultValue("http://localhost:8080")
                                .description("Where Keycloak is; by default the development server")));
        Components components = document.getComponents();
        components.addSecurityScheme(
                DocumentedAccess.BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("An access token of the app's user or machine client, an API key of its backend"
                                + " (`hdk_live_...`), or an access token of an admin of Keycloak: each operation"
                                + " says which"));
        components.addSchema(ERROR, error());
        components.addSchema(FIELD_ERROR, fieldError());
        components.addSchema(FIELD_FAULT, fieldFault());
        components.addResponse(REFUSED, refusal("Refused; nothing was done"));
        components.addResponse(FAILED, refusal("Failed; it may have been done or not"));
    }

    /**
     * Says of each status what it means here, and that there may be other refusals.
     *
     * @param words by status
     * @throws IllegalStateException for words of a success that the operation does not have
     */
    static void describeAnswers(Operation operation, Map<String, String> words) {
        APIResponses answers = operation.getResponses();
        words.forEach((status, text) -> {
            String description = DocumentedWords.capitalized(DocumentedWords.withoutLinks(text));
            if (isRefusal(status)) {
                String reason =
                        Response.Status.fromStatusCode(Integer.parseInt(status)).getReasonPhrase();
                answers.addAPIResponse(status, refusal(text.isEmpty() ? reason : description));
            } else if (answers.getAPIResponse(status) == null) {
                throw new IllegalStateException(operation.getOperationId() + " does not answer " + status);
            } else {
                answers.getAPIResponse(status).setDescription(description);
            }
        });
        answers.addAPIResponse("4XX", OASFactory.createAPIResponse().ref(REFUSED));
        answers.addAPIResponse("5XX", OASFactory.createAPIResponse().ref(FAILED));
    }

    private static boolean isRefusal(String status) {
        return status.compareTo("400") >= 0;
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(ERROR))));
    }

    private static Schema fieldError() {
        return of(Schema.SchemaType.OBJECT)
                .addProperty("field", of(Schema.SchemaType.STRING))
                .addProperty("code", OASFactory.createSchema().ref(FIELD_FAULT))
                .addProperty("reason", of(Schema.SchemaType.STRING).description("In English, for whoever reads it"))
                .addRequired("field")
                .addRequired("code")
                .addRequired("reason");
    }

    private static Schema fieldFault() {
        return of(Schema.SchemaType.STRING)
                .description("What is wrong with a field, as a program tells it")
                .enumeration(
                        Stream.of(FieldFault.values()).<Object>map(Enum::name).toList());
    }

    /** No `enum`: a generated client refuses what is none of one, and a later version may have further codes. */
    private static Schema code() {
        Schema code = of(Schema.SchemaType.STRING)
                .description("A word for programs, where refusals of one status have to be told apart;"
                        + " a later version may have further ones");
        code.addExtension("x-extensible-enum", ErrorCodes.ALL);
        return code;
    }

    private static Schema error() {
        return of(Schema.SchemaType.OBJECT)
                .addProperty("statusCode", of(Schema.SchemaType.INTEGER).format("int32"))
                .addProperty("message", of(Schema.SchemaType.STRING))
                .addProperty("code", code())
                .addProperty(
                        "errors",
                        of(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addProperty(
                        "actions",
                        of(Schema.SchemaType.ARRAY)
                                .items(of(Schema.SchemaType.STRING))
                                .description("What the user has to do first"))
                .addRequired("statusCode")
                .addRequired("message");
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
