/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.server.RunningKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page of the documents, pasted into one shell, block after block. They are run as they are written,
 * but for the server, the app's name and what the test replaces.
 */
public final class DocumentedCommands implements AutoCloseable {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");

    private final String text;
    private final Deque<String> blocks = new ArrayDeque<>();
    private final Shell shell = new Shell();
    private UnaryOperator<String> changes = UnaryOperator.identity();

    private DocumentedCommands(String text) {
        this.text = text;
        BLOCK.matcher(text).results().map(block -> block.group(1)).forEach(blocks::add);
        assertThat(blocks).isNotEmpty();
    }

    /** Those of a whole page, named from the project's root. */
    public static DocumentedCommands of(String page) throws IOException {
        return new DocumentedCommands(Files.readString(ROOT.resolve(page)));
    }

    /** Those of a chapter, by the heading of its second level. */
    public static DocumentedCommands of(String page, String heading) throws IOException {
        String whole = Files.readString(ROOT.resolve(page));
        int start = whole.indexOf("\n## " + heading + '\n');
        assertThat(start).as(heading).isPositive();
        int end = whole.indexOf("\n## ", start + 1);
        return new DocumentedCommands(whole.substring(start, end < 0 ? whole.length() : end));
    }

    /** Has the commands go to this server, and to the app in place of the written one. */
    public DocumentedCommands at(RunningKeycloak server, String written, String slug) {
        Pattern name = Pattern.compile("(?<![\\w.@$-])" + written + "(?![\\w.=-])");
        UnaryOperator<String> before = changes;
        changes = block -> name.matcher(before.apply(block)).replaceAll(Matcher.quoteReplacement(slug));
        return replacing("http://localhost:8080", server.baseUri().toString())
                .replacing("username=admin", "username=" + server.adminUsername())
                .replacing("password=admin", "password=" + server.adminPassword());
    }

    /** Has something else in the place of what is written. */
    public DocumentedCommands replacing(String written, String here) {
        UnaryOperator<String> before = changes;
        changes = block -> before.apply(block).replace(written, here);
        return this;
    }

    /** The text around the commands, with what is replaced. */
    public String text() {
        return changes.apply(text);
    }

    /** The URL in the text that has this in it. */
    public String url(String part) {
        return Pattern.compile("`(http[^`]*" + Pattern.quote(part) + "[^`]*)`")
                .matcher(text())
                .results()
                .map(url -> url.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Pastes the next block; gives back what it prints. */
    public String next() throws IOException {
        String block = changes.apply(blocks.remove());
        assertThat(block).doesNotContain("<");
        return shell.paste(block);
    }

    public boolean hasNext() {
        return !blocks.isEmpty();
    }

    @Override
    public void close() throws IOException {
        shell.close();
    }
}
