/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.Refused;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypedBodyTest {

    record Body(
            @NotNull String text,
            @NotNull @Size(min = 3) String name,
            int count,
            List<Integer> numbers,
            List<Part> parts)
            implements ApiRequest {}

    record Part(@NotNull Boolean on) {}

    @Test
    void givenSeveralWrongTypes_thenEachIsTold() {
        assertThat(refused(
                        "{\"text\":1,\"name\":[],\"count\":\"x\",\"numbers\":[1,\"2\",3,{}],\"parts\":[{\"on\":0}]}"))
                .containsExactly(
                        "text WRONG_TYPE",
                        "name WRONG_TYPE",
                        "count WRONG_TYPE",
                        "numbers.1 WRONG_TYPE",
                        "numbers.3 WRONG_TYPE",
                        "parts.0.on WRONG_TYPE");
    }

    @Test
    void givenAWrongTypeAndABrokenRule_thenBothAreTold() {
        assertThat(refused("{\"text\":1,\"name\":\"ab\",\"count\":1}"))
                .containsExactly("text WRONG_TYPE", "name TOO_SHORT");
    }

    @Test
    void givenMoreWrongTypesThanAnyoneMends_thenTheFirstOfThem() {
        String numbers = String.join(",", Collections.nCopies(1_000, "\"x\""));

        assertThat(refused("{\"text\":\"a\",\"name\":\"abc\",\"count\":1,\"numbers\":[" + numbers + "]}"))
                .hasSize(20);
    }

    @Test
    void givenWhatTheRecordTakes_thenTheRecord() throws JsonProcessingException {
        ApiRequest read = read("{\"text\":\"a\",\"name\":\"abc\",\"count\":1,\"numbers\":[2]}");

        assertThat(read).isEqualTo(new Body("a", "abc", 1, List.of(2), null));
    }

    private static Stream<String> refused(String json) {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(json));
        return Refused.fields(refused).stream().map(TypedBodyTest::fault);
    }

    private static String fault(FieldError error) {
        return error.field() + ' ' + error.code();
    }

    private static ApiRequest read(String json) throws JsonProcessingException {
        return TypedBody.read(Json.SNAKE_CASE.readTree(json), Body.class, request -> List.of());
    }
}
