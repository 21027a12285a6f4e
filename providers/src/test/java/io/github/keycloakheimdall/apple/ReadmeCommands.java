/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The commands of a chapter of the README, run as they are written, but for the server and what stands in angle brackets. */
final class ReadmeCommands {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

    private final String chapter;
    private final List<String> blocks;

    private ReadmeCommands(String chapter) {
        this.chapter = chapter;
        this.blocks =
                BLOCK.matcher(chapter).results().map(block -> block.group(1)).toList();
    }

    static ReadmeCommands of(String heading) throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf("\n## " + heading + '\n');
        assertThat(start).isPositive();
        return new ReadmeCommands(readme.substring(start, readme.indexOf("\n## ", start + 1)));
    }

    /** The URL in the chapter's text that has this in it. */
    String url(String part) {
        return Pattern.compile("`(http[^`]*" + Pattern.quote(part) + "[^`]*)`")
                .matcher(chapter)
                .results()
                .map(url -> url.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a block, the first being 0; gives back what it prints. */
    String run(int block, Map<String, String> changes) throws IOException, InterruptedException {
        String script = blocks.get(block);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            script = script.replace(change.getKey(), change.getValue());
        }
        assertThat(script).doesNotContain("<");
        Process shell = new ProcessBuilder("sh", "-ec", script).start();
        String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor())
                .as(new String(shell.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
        return printed;
    }
}
