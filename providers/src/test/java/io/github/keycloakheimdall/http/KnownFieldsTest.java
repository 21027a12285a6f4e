/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.error.ApiException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFieldsTest {

    record Body(
            String displayName,
            @JsonProperty("is_active") Boolean active,
            Part onePart,
            List<Part> manyParts,
            Map<String, Object> metadata,
            TextChange webOrigin)
            implements ApiRequest {}

    record Part(Integer maxUses) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"display_name\":\"a\",\"is_active\":true,\"web_origin\":null}",
                "{\"displayName\":\"a\",\"isActive\":true,\"webOrigin\":null}"
            })
    void givenEitherSpelling_thenTheFieldsOfTheRecord(String json) throws JsonProcessingException {
        Body body = read(json);

        assertThat(body.displayName()).isEqualTo("a");
        assertThat(body.active()).isTrue();
        assertThat(body.webOrigin().to()).isEmpty();
    }

    @Test
    void givenRecordsWithin_thenTheirFieldsToo() throws JsonProcessingException {
        Body body = read("{\"onePart\":{\"maxUses\":1},\"many_parts\":[{\"max_uses\":2},{\"maxUses\":3},null]}");

        assertThat(body.onePart().maxUses()).isOne();
        assertThat(body.manyParts()).containsExactly(new Part(2), new Part(3), null);
    }

    @Test
    void givenFreeContent_thenItIsLeftAsItIs() throws JsonProcessingException {
        assertThat(read("{\"metadata\":{\"seatCount\":1,\"display_name\":2}}").metadata())
                .containsOnlyKeys("seatCount", "display_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nonsense\":1}",
                "{\"active\":true}",
                "{\"Display_Name\":1}",
                "{\"display-name\":1}",
                "{\"one_part\":{\"max_use\":1}}",
                "{\"many_parts\":[{},{\"nonsense\":null}]}",
                "{\"display_name\":\"a\",\"displayName\":\"b\"}"
            })
    void givenAFieldThatTheRecordDoesNotKnowOrHasAlready_thenRefused(String json) {
        assertThatCode(() -> read(json)).isInstanceOf(ApiException.class);
    }

    private static Body read(String json) throws JsonProcessingException {
        return Json.SNAKE_CASE.treeToValue(KnownFields.only(Json.SNAKE_CASE.readTree(json), Body.class), Body.class);
    }
}
