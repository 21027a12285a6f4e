/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.keycloakheimdall.error.ApiException;
import java.util.stream.Collectors;

/** Says what is wrong with a body in our words: Jackson's would show class names and the caller's own input. */
final class WrongShape {

    private WrongShape() {}

    static ApiException of(JsonProcessingException cause) {
        if (cause instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            boolean number = mismatch.getCause() instanceof InputCoercionException;
            return ApiException.invalid(path(mismatch), number ? "is out of range" : "has the wrong type");
        }
        return ApiException.badRequest("The body is not valid JSON");
    }

    private static String path(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
