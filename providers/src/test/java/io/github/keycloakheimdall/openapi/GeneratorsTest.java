/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.ErrorCodes;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document has for the sake of generators and parsers. */
class GeneratorsTest {

    private static final Pattern BARE_TIME = Pattern.compile("(?m)(?:: |- )\\d{4}-\\d\\d-\\d\\d(?:T\\S*)?$");

    @Test
    void givenARefusal_thenItsCodesAreListedAndMayBeMore() {
        Schema<?> code = schemas().get("Error").getProperties().get("code");

        assertThat(code.getEnum()).isNull();
        assertThat(code.getExtensions()).containsEntry("x-extensible-enum", ErrorCodes.ALL);
    }

    @Test
    void givenAnAnswerThatIsABareList_thenItHasAName() {
        assertThat(schemas().get("AttemptEntryList").getItems().get$ref()).endsWith("/AttemptEntry");
    }

    /** In YAML 1.1 a bare one is no text. */
    @Test
    void givenAnExampleOfATime_thenItIsAText() throws IOException {
        assertThat(BARE_TIME
                        .matcher(Files.readString(OpenApiDocumentTest.BUILT))
                        .results())
                .isEmpty();
    }

    private static Map<String, Schema<?>> schemas() {
        return Document.read(OpenApiDocumentTest.BUILT).schemas();
    }
}
