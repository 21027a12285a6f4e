/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import java.time.temporal.Temporal;
import java.util.stream.Collectors;

/** Says what is wrong with a body in our words: Jackson's would show class names and the caller's own input. */
final class WrongShape {

    private WrongShape() {}

    static ApiException of(JsonProcessingException cause) {
        if (cause instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return mismatch.getCause() instanceof InputCoercionException
                    ? ApiException.invalid(path(mismatch), FieldFault.OUT_OF_RANGE, "is out of range")
                    : ApiException.invalid(path(mismatch), fault(mismatch), "has the wrong type");
        }
        return ApiException.badRequest("The body is not valid JSON");
    }

    /** A text is the right type for a time, whatever it says. */
    private static FieldFault fault(JsonMappingException mismatch) {
        boolean text = mismatch instanceof InvalidFormatException format
                && format.getValue() instanceof String
                && Temporal.class.isAssignableFrom(format.getTargetType());
        return text ? FieldFault.MALFORMED : FieldFault.WRONG_TYPE;
    }

    private static String path(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
