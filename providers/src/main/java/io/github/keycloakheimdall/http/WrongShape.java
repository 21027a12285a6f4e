/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a body in our words: Jackson's would show class names and the caller's own input. */
final class WrongShape {

    /** How Jackson's message on a field begins that an object has twice; there is no other sign of it. */
    private static final String REPEATED = "Duplicate field ";

    private WrongShape() {}

    static ApiException of(JsonProcessingException cause) {
        if (cause instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return ApiException.invalid(List.of(field(mismatch)));
        }
        if (cause instanceof JsonParseException broken
                && broken.getProcessor() != null
                && broken.getOriginalMessage().startsWith(REPEATED)) {
            String field = path(broken.getProcessor().getParsingContext().pathAsPointer());
            JsonBodyReader.refuseNoText(field);
            return ApiException.invalid(field, FieldFault.REPEATED, "must not be repeated");
        }
        return ApiException.badRequest("The body is not valid JSON");
    }

    /** @param mismatch of a field */
    static FieldError field(JsonMappingException mismatch) {
        return mismatch.getCause() instanceof InputCoercionException
                ? new FieldError(path(mismatch), FieldFault.OUT_OF_RANGE, "is out of range")
                : new FieldError(path(mismatch), fault(mismatch), "has the wrong type");
    }

    /** A text is the right type for a time, whatever it says. */
    private static FieldFault fault(JsonMappingException mismatch) {
        boolean text = mismatch instanceof InvalidFormatException format
                && format.getValue() instanceof String
                && Temporal.class.isAssignableFrom(format.getTargetType());
        return text ? FieldFault.MALFORMED : FieldFault.WRONG_TYPE;
    }

    private static String path(JsonPointer place) {
        List<String> steps = new ArrayList<>();
        for (JsonPointer step = place; !step.matches(); step = step.tail()) {
            steps.add(step.getMatchingProperty());
        }
        return String.join(".", steps);
    }

    private static String path(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
