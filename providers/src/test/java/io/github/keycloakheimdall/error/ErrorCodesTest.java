/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path ITSELF = SOURCES.resolve("io/github/keycloakheimdall/error/ErrorCodes.java");
    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Pattern REFUSAL =
            Pattern.compile("(ApiException|TryLater|RefusedBody)\\s*\\.|new ErrorBody\\(");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    @Test
    void everyCodeOfARefusalIsListed() throws IOException {
        List<String> thrown = statements()
                .filter(statement -> REFUSAL.matcher(statement).find())
                .flatMap(ErrorCodesTest::codes)
                .distinct()
                .toList();

        assertThat(thrown).hasSizeGreaterThan(35);
        assertThat(ErrorCodes.ALL).containsAll(thrown).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void noCodeIsListedThatNobodyNames() throws IOException {
        assertThat(statements().flatMap(ErrorCodesTest::codes).toList()).containsAll(ErrorCodes.ALL);
    }

    @Test
    void thePageOfRoutesNamesEveryCode() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ErrorCodes.ALL).allSatisfy(code -> assertThat(page).contains('`' + code + '`'));
    }

    private static Stream<String> codes(String statement) {
        return CODE.matcher(statement).results().map(MatchResult::group).map(code -> code.replace("\"", ""));
    }

    private static Stream<String> statements() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.equals(ITSELF)).toList().stream()
                    .flatMap(ErrorCodesTest::statements);
        }
    }

    private static Stream<String> statements(Path file) {
        try {
            return Stream.of(Files.readString(file).split(";\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
