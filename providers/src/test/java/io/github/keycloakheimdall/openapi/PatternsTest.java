/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In OpenAPI a pattern may match a part of the text; the records' have to match all of it. */
class PatternsTest {

    private static final Map<String, Schema<?>> SCHEMAS =
            Document.read(OpenApiDocumentTest.BUILT).schemas();

    @Test
    void givenWordsToChooseFrom_thenTheyAreAnEnum() {
        Schema<?> type = SCHEMAS.get("AddContactRequest").getProperties().get("type");

        assertThat(type.getEnum()).isEqualTo(List.of("email", "phone"));
        assertThat(type.getPattern()).isNull();
    }

    @Test
    void givenAnotherPattern_thenItHoldsForTheWholeText() {
        Schema<?> slug = SCHEMAS.get("CreateAppRequest").getProperties().get("slug");

        assertThat(slug.getPattern()).isEqualTo("^(?:[a-z0-9-]{3,48})$");
    }

    @Test
    void givenTheDocument_thenNoPatternMatchesAPartOfAText() {
        assertThat(SCHEMAS.values())
                .flatMap(schema -> schema.getProperties() == null
                        ? Set.of()
                        : schema.getProperties().values())
                .extracting(property -> ((Schema<?>) property).getPattern())
                .filteredOn(pattern -> pattern != null)
                .isNotEmpty()
                .allMatch(pattern -> pattern.startsWith("^") && pattern.endsWith("$"));
    }
}
