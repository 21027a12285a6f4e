/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resources have the shapes of the hosted product's documents, whole, and none of their sentences. */
class ShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("shapes")
    void givenAShape_whenItsTextsAreTakenAway_thenNothingIsGone(Path shape) throws IOException {
        JsonNode kept = read(shape);

        assertThat(kept).isEqualTo(Shape.of(kept));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void givenAShape_thenNoStringHasASecondWord(Path shape) throws IOException {
        List<String> lines = Files.readAllLines(shape);

        assertThat(lines).hasSizeGreaterThan(1000).allSatisfy(line -> assertThat(
                        line.strip().replaceFirst("^(\"[^\"]*\"): ", "$1:"))
                .doesNotContainAnyWhitespaces());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void givenTheDocumentItself_whenItsTextsAreTakenAway_thenTheShapeIsLeft(Path shape) throws IOException {
        Path document = document(shape);
        assumeTrue(Files.isReadable(document), "the document itself is not at hand");

        assertThat(read(shape)).isEqualTo(Shape.of(read(document)));
    }

    @Test
    void givenAPropertyThatIsCalledAsAText_thenItIsKept() throws IOException {
        JsonNode document = JSON.readTree("""
                {"info": {"title": "Told"}, "components": {"schemas": {"title": {"description": "Told", "properties": {
                  "description": {"type": "string", "example": "told", "enum": ["description"]}}}}},
                 "paths": {"/a": {"get": {"summary": "Told", "responses": {"200": {"description": "Told"}}}}}}""");

        assertThat(Shape.of(document)).isEqualTo(JSON.readTree("""
                {"info": {"title": ""}, "components": {"schemas": {"title": {"properties": {
                  "description": {"type": "string", "enum": ["description"]}}}}},
                 "paths": {"/a": {"get": {"responses": {"200": {"description": ""}}}}}}"""));
    }

    static Stream<Path> shapes() {
        return Stream.of(Contract.reference(), Contract.next());
    }

    /** Beside the repository, or where it is said to be. */
    private static Path document(Path shape) {
        String named = System.getProperty("heimdall.reference", "../../shared/reference/heimdall-openapi.json");
        return Path.of(named).resolveSibling(shape.getFileName());
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }
}
