/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a record of a body, and tells every field that will not do, of its type or by a rule, at once. */
final class TypedBody {

    /** Each field of a wrong type costs one more reading, and nobody mends more of them at a time. */
    private static final int MOST = 20;

    private TypedBody() {}

    /**
     * @param rules what is refused besides, asked where something is refused already
     * @return a record that breaks none of its annotations
     * @throws ApiException 400 that names the fields that will not do
     * @throws JsonProcessingException if it is not of the record's shape, and no field of it is why
     */
    static ApiRequest read(
            JsonNode body, Class<? extends ApiRequest> type, Function<ApiRequest, List<FieldError>> rules)
            throws JsonProcessingException {
        Set<FieldError> errors = new LinkedHashSet<>();
        JsonNode rest = body;
        while (true) {
            try {
                ApiRequest request = Json.SNAKE_CASE.treeToValue(rest, type);
                addUnnamed(errors, BodyValidation.broken(request));
                if (errors.isEmpty()) {
                    return request;
                }
                addUnnamed(errors, rules.apply(request));
                throw ApiException.invalid(List.copyOf(errors));
            } catch (JsonMappingException mismatch) {
                if (mismatch.getPath().isEmpty()) {
                    throw mismatch;
                }
                errors.add(WrongShape.field(mismatch));
                rest = rest == body ? body.deepCopy() : rest;
                if (errors.size() == MOST || !isTakenOut(rest, mismatch.getPath())) {
                    throw ApiException.invalid(List.copyOf(errors));
                }
            }
        }
    }

    /** A field that was taken out of the body is missing only for that, and one that is refused is told once. */
    private static void addUnnamed(Set<FieldError> errors, List<FieldError> further) {
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        further.stream().filter(fault -> !named.contains(fault.field())).forEach(errors::add);
    }

    /** Takes what is there out of the body, for the rest to be read; entries of a list keep their places. */
    private static boolean isTakenOut(JsonNode body, List<JsonMappingException.Reference> path) {
        JsonNode parent = body;
        for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        JsonMappingException.Reference last = path.get(path.size() - 1);
        if (parent instanceof ObjectNode object) {
            return object.remove(last.getFieldName()) != null;
        }
        if (parent instanceof ArrayNode list && list.hasNonNull(last.getIndex())) {
            list.setNull(last.getIndex());
            return true;
        }
        return false;
    }
}
