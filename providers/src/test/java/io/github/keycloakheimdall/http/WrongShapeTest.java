/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.error.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongShapeTest {

    record Body(String text, Integer number, Boolean flag, Instant time, List<Part> parts) {}

    record Part(Integer uses) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":1} | text | WRONG_TYPE | has the wrong type",
                "{\"number\":\"1\"} | number | WRONG_TYPE | has the wrong type",
                "{\"number\":1.5} | number | WRONG_TYPE | has the wrong type",
                "{\"number\":99999999999} | number | OUT_OF_RANGE | is out of range",
                "{\"flag\":\"yes\"} | flag | WRONG_TYPE | has the wrong type",
                "{\"time\":\"tomorrow\"} | time | MALFORMED | has the wrong type",
                "{\"time\":{}} | time | WRONG_TYPE | has the wrong type",
                "{\"parts\":{}} | parts | WRONG_TYPE | has the wrong type",
                "{\"parts\":[{\"uses\":[]}]} | parts.0.uses | WRONG_TYPE | has the wrong type"
            })
    void givenAnotherShape_whenRead_thenTheFieldHasItsCode(String json, String field, FieldFault code, String reason) {
        JsonMappingException mismatch =
                catchThrowableOfType(JsonMappingException.class, () -> Json.SNAKE_CASE.readValue(json, Body.class));

        assertThat(Refused.fields(WrongShape.of(mismatch))).containsExactly(new FieldError(field, code, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | a",
                "{\"a\":1,\"b\":[{},{\"c\":1,\"c\":2}]} | b.1.c",
                "{\"a/b\":{\"c\":1,\"c\":2}} | a/b.c"
            })
    void givenAFieldTwice_whenRead_thenItIsNamed(String json, String field) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        JsonParseException broken =
                catchThrowableOfType(JsonParseException.class, () -> Json.SNAKE_CASE.readTree(body));

        assertThat(Refused.fields(WrongShape.of(broken)))
                .containsExactly(new FieldError(field, FieldFault.REPEATED, "must not be repeated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void givenAFieldTwiceThatNoAnswerCanName_whenRead_thenItIsNotNamed(String name) {
        String json = "{\"%s\":1,\"%s\":2}".formatted(name, name);
        JsonParseException broken =
                catchThrowableOfType(JsonParseException.class, () -> Json.SNAKE_CASE.readTree(json));

        assertThatThrownBy(() -> WrongShape.of(broken))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("The body must not hold");
    }
}
