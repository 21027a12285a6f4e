/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.keycloakheimdall.error.ApiException;
import java.util.stream.Collectors;

/** Says what is wrong with a body in our words: Jackson's would show class names and the caller's own input. */
final class WrongShape {

    private WrongShape() {}

    static ApiException of(JsonProcessingException cause) {
        if (cause instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return ApiException.invalid(path(mismatch), "has the wrong type");
        }
        return ApiException.badRequest("The body is not valid JSON");
    }

    private static String path(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
