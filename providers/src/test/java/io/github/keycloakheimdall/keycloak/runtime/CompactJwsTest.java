/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwsTest {

    @Test
    void givenAnAlgorithmThatSigns_whenParsing_thenTheToken() {
        assertThat(CompactJws.parse(token("{\"alg\":\"RS256\",\"kid\":\"x\"}"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"alg\":\"none\",\"kid\":\"x\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"nonsense\",\"kid\":\"x\"}"
            })
    void givenAHeaderThatNothingCanBeCheckedBy_whenParsing_thenNone(String header) {
        assertThat(CompactJws.parse(token(header))).isEmpty();
    }

    private static String token(String header) {
        return encode(header) + "." + encode("{}") + ".bnVsbA";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
