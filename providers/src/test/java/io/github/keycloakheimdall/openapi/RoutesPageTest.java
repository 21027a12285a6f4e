/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the page of routes are those that the build makes, and leave out nothing of the document. */
class RoutesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "api.md");
    private static final Path BUILT = Path.of("target", "api.md");
    private static final Document OURS = Document.read(OpenApiDocumentTest.BUILT);
    private static final Pattern ROUTE = Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/\\S+)`");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    /** What the app's door leaves out of its paths. */
    private static final String BASE = "/{}/v1";

    private static final int WORDS = 2;
    private static final int CALLERS = 3;
    private static final int TAKES = 4;

    @Test
    void theTablesAreThoseOfTheBuild() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("docs/api.md is stale: mvn process-classes, then copy providers/target/api.md over it")
                .isEqualTo(Files.readString(BUILT));
    }

    @Test
    void eachRouteOfTheDocumentHasOneRow() throws IOException {
        assertThat(rows().keySet()).isEqualTo(OURS.operations());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenARoute_thenItsRowSaysWhatItDoesForWhomAndWhatItTakes(String operation) throws IOException {
        List<String> cells = rows().get(operation);
        Set<String> taken = OURS.asked(operation);
        OURS.taken(operation).stream().filter(name -> name.matches("[a-z_]+")).forEach(taken::add);

        assertThat(cells.get(WORDS)).isNotBlank();
        assertThat(cells.get(CALLERS)).isNotBlank();
        assertThat(NAME.matcher(cells.get(TAKES)).results().map(name -> name.group(1)))
                .containsAll(taken);
    }

    static Set<String> operations() {
        return OURS.operations();
    }

    private static TreeMap<String, List<String>> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split(" *\\| *")))
                .filter(cells -> ROUTE.matcher(cells.get(1)).matches())
                .collect(Collectors.toMap(
                        cells -> route(cells.get(1)),
                        cells -> cells,
                        (one, other) -> {
                            throw new AssertionError("two rows: " + one);
                        },
                        TreeMap::new));
    }

    private static String route(String cell) {
        String[] parts = cell.replace("`", "").replaceAll("\\{[^}]+}", "{}").split(" ");
        boolean whole = parts[1].startsWith("/v1/") || parts[1].startsWith("/{}/.well-known/");
        return parts[0] + ' ' + (whole ? "" : BASE) + parts[1];
    }
}
