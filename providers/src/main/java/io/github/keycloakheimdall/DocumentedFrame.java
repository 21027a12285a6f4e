/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** What the document has once: where the API is, how one says who one is, and the body of every refusal. */
final class DocumentedFrame {

    private static final String ERROR = "Error";
    private static final String REFUSED = "Refused";
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
        components.addSecurityScheme(DocumentedAccess.BEARER, bearer("An access token of the app", "JWT"));
        components.addSecurityScheme(
                DocumentedAccess.API_KEY, bearer("An API key of the app's backend", "hdk_live_..."));
        components.addSecurityScheme(
                DocumentedAccess.ADMIN, bearer("An access token of an admin of master, or of the realm itself", "JWT"));
        components.addSchema(ERROR, error());
        components.addResponse(REFUSED, refusal("Refused; nothing was done"));
        components.addResponse(FAILED, refusal("Failed; it may have been done or not"));
    }

    static void addRefusals(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("4XX", OASFactory.createAPIResponse().ref(REFUSED));
        operation
                .getResponses()
                .addAPIResponse("5XX", OASFactory.createAPIResponse().ref(FAILED));
    }

    private static SecurityScheme bearer(String description, String format) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat(format)
                .description(description);
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

    private static Schema error() {
        Schema field = of(Schema.SchemaType.OBJECT)
                .addProperty("field", of(Schema.SchemaType.STRING))
                .addProperty("reason", of(Schema.SchemaType.STRING))
                .addRequired("field")
                .addRequired("reason");
        return of(Schema.SchemaType.OBJECT)
                .addProperty("statusCode", of(Schema.SchemaType.INTEGER).format("int32"))
                .addProperty("message", of(Schema.SchemaType.STRING))
                .addProperty("code", of(Schema.SchemaType.STRING).description("A word for programs"))
                .addProperty("errors", of(Schema.SchemaType.ARRAY).items(field))
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
