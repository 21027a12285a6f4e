/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.idempotency.Idempotency;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated clients can send the header where it is read. */
class IdempotencyKeyTest {

    private static final Document DOCUMENT = Document.read(OpenApiDocumentTest.BUILT);

    @Test
    void givenTheOperationsThatReadIt_thenTheyAloneTakeTheHeader() {
        assertThat(taking())
                .containsExactlyInAnyOrder(
                        "POST /v1/apps",
                        "POST /v1/apps/{}/api-keys",
                        "POST /v1/apps/{}/clone",
                        "POST /v1/apps/{}/credentials",
                        "POST /v1/apps/{}/end-users/invites",
                        "POST /v1/apps/{}/tenants",
                        "POST /{}/v1/tenants");
    }

    @ParameterizedTest
    @MethodSource("taking")
    void givenAnOperationThatTakesIt_thenItSaysWhatTheKeyMayBe(String operation) {
        Parameter header = DOCUMENT.header(operation, Idempotency.HEADER).orElseThrow();

        assertThat(header.getRequired()).isNotEqualTo(true);
        assertThat(header.getDescription()).contains("once", "24 hours");
        assertThat(header.getSchema().getType()).isEqualTo("string");
        assertThat(header.getSchema().getMinLength()).isEqualTo(1);
        assertThat(header.getSchema().getMaxLength()).isEqualTo(255);
        assertThat("b98694fd-0b27-4acc-84d2-0ba3b32bd858")
                .matches(header.getSchema().getPattern());
        assertThat("a b").doesNotMatch(header.getSchema().getPattern());
    }

    static Set<String> taking() {
        return DOCUMENT.operations().stream()
                .filter(operation ->
                        DOCUMENT.header(operation, Idempotency.HEADER).isPresent())
                .collect(Collectors.toSet());
    }
}
