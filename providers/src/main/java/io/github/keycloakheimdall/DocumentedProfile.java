/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The profile in both shapes that an app may answer with ({@link ApiResponse#camelCase}). All of either's properties
 * are required, so that no answer fits both.
 */
final class DocumentedProfile {

    private static final String SNAKE_CASE = "MeProfile";
    private static final String CAMEL_CASE = "MeProfileInCamelCase";
    private static final String EITHER = "MeProfileInEitherCase";
    private static final String PATH = "/{slug}/v1/me";
    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private DocumentedProfile() {}

    static void describe(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema written = schemas.get(SNAKE_CASE);
        if (written == null) {
            throw new IllegalStateException("no answer is the profile");
        }
        Schema camel = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        Schema snake = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        written.getProperties().forEach((name, property) -> {
            String snaked = NAMES.translate(name);
            snake.addProperty(snaked, property).addRequired(snaked);
            camel.addProperty(camelCase(snaked), property).addRequired(camelCase(snaked));
        });
        document.getComponents()
                .addSchema(SNAKE_CASE, snake)
                .addSchema(CAMEL_CASE, camel)
                .addSchema(
                        EITHER, OASFactory.createSchema().oneOf(List.of(reference(CAMEL_CASE), reference(SNAKE_CASE))));
        document.getPaths().getPathItem(PATH).getOperations().values().forEach(DocumentedProfile::answerEither);
    }

    private static void answerEither(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().getMediaTypes().values().stream())
                .forEach(DocumentedProfile::eitherOf);
    }

    private static void eitherOf(MediaType type) {
        type.setSchema(reference(EITHER));
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
