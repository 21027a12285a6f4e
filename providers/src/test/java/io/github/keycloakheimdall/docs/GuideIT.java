/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's guide, pasted block after block; and its length, as it is there to be read. */
final class GuideIT {

    private static final int LINES = 150;
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern JSON = Pattern.compile("(?ms)^```json\n(.*?)^```");

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenTheGuide_whenItsBlocksArePasted_thenEachAnswersAsItSays() throws IOException {
        try (DocumentedCommands guide =
                DocumentedCommands.of("README.md", "The guide, in curl").at(app.server(), "acme", app.slug())) {
            List<String> shown = JSON.matcher(guide.text())
                    .results()
                    .map(block -> block.group(1))
                    .toList();

            assertThat(names(guide.next())).isEqualTo(names(shown.get(0)));
            assertThat(guide.next()).isEmpty();
            assertThat(names(guide.next())).isEqualTo(names(shown.get(1)));
            assertThat(guide.next()).isEmpty();
            assertThat(guide.next())
                    .contains("\"is_current\":true")
                    .containsPattern("(?s)HTTP/\\S+ 204.*HTTP/\\S+ 204");
            assertThat(guide.next()).contains("\"issuer\":\"" + app.server().baseUri() + '/' + app.slug() + '"');
            assertThat(guide.hasNext()).isFalse();
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(LINES);
    }

    private static List<List<String>> names(String objects) throws IOException {
        List<List<String>> names = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (JsonNode object :
                json.readerFor(JsonNode.class).<JsonNode>readValues(objects).readAll()) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            names.add(fields);
        }
        return names;
    }
}
