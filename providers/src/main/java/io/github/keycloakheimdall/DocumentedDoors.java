/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Makes the OpenAPI document a valid one, where the build's scanner does not know that one class may serve two doors:
 * it sees the parameters of the class that declares a locator alone, and {@link RootPath} inherits its locators, as
 * {@link PlatformApi} does some; and it names operations by their class, which both doors may have; and it gives
 * answers without a body one. Only the build calls it.
 */
public final class DocumentedDoors implements OASFilter {

    private static final String CONSUMER = "/{slug}/";
    private static final String PLATFORM = "/v1/apps/{app_id}";
    private static final String ISSUER = "/{slug}/.well-known";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedConstraints constraints = DocumentedConstraints.ofTheJar();
        Set<String> answered = DocumentedAnswers.of(document);
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> constraints.describe(name, schema, answered.contains(name)));
        document.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getOneOf() != null)
                .forEach(DocumentedDoors::leaveTypeToTheAlternatives);
        DocumentedProfile.describe(document);
        Set<String> taken = new HashSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(ISSUER)) {
                // The scanner sees this class's parameter twice, and the operations below /v1 once more.
                item.setParameters(List.of(item.getParameters().get(0)));
                item.getOperations()
                        .values()
                        .forEach(operation -> operation.setOperationId("Issuer" + operation.getOperationId()));
            } else if (path.startsWith(CONSUMER)) {
                item.addParameter(inPath("slug"));
                item.getOperations().values().forEach(operation -> taken.add(operation.getOperationId()));
            } else if (path.startsWith(PLATFORM)) {
                nameApp(item);
            }
        });
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (!path.startsWith(CONSUMER)) {
                item.getOperations().values().forEach(operation -> tellApart(operation, taken));
            }
        });
        DocumentedOperations.describe(document);
        DocumentedExamples.describe(document);
        DocumentedLists.describe(document);
    }

    /** The scanner takes an answer of no declared type for one whose body is of any. */
    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getContent() != null
                && response.getContent().getMediaTypes().values().stream().allMatch(DocumentedDoors::tellsNothing)) {
            response.setContent(null);
        }
        return response;
    }

    /** As the scanner does where it sees it: before the path's other parameters, and these before the operations. */
    private static void nameApp(PathItem item) {
        Parameter app = inPath("app_id");
        List<Parameter> named = item.getParameters() == null ? List.of() : item.getParameters();
        if (named.stream().noneMatch(parameter -> parameter.getName().equals(app.getName()))) {
            Map<HttpMethod, Operation> operations = new LinkedHashMap<>(item.getOperations());
            operations.keySet().forEach(method -> item.setOperation(method, null));
            item.setParameters(Stream.concat(Stream.of(app), named.stream()).toList());
            operations.forEach(item::setOperation);
        }
    }

    private static Parameter inPath(String name) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** Generators take a schema that has both for an object with no properties. */
    private static void leaveTypeToTheAlternatives(Schema schema) {
        schema.setType(null);
    }

    private static boolean tellsNothing(MediaType body) {
        Schema schema = body.getSchema();
        return schema == null || schema.getRef() == null && schema.getType() == null && schema.getOneOf() == null;
    }

    private static void tellApart(Operation operation, Set<String> taken) {
        if (taken.contains(operation.getOperationId())) {
            operation.setOperationId("Platform" + operation.getOperationId());
        }
    }
}
