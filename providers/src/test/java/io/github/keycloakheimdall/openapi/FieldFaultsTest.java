/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.error.FieldFault;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients learn the codes of refused fields from the document, and their makers from the page of routes. */
class FieldFaultsTest {

    private static final Path PAGE = Path.of("..", "docs", "api.md");
    private static final List<String> CODES =
            Stream.of(FieldFault.values()).map(Enum::name).toList();

    @Test
    void givenTheDocument_thenEveryRefusedFieldHasOneOfTheCodes() {
        Map<String, Schema<?>> schemas =
                Document.read(OpenApiDocumentTest.BUILT).schemas();

        assertThat(schemas.get("FieldError").getRequired()).contains("field", "code", "reason");
        assertThat(schemas.get("FieldError").getProperties().get("code").get$ref())
                .endsWith("/FieldFault");
        assertThat(schemas.get("FieldFault").getEnum()).isEqualTo(CODES);
    }

    @Test
    void givenThePageOfRoutes_thenItSaysWhatEachCodeMeans() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(CODES).allMatch(code -> page.contains("| `" + code + "` | "));
    }
}
