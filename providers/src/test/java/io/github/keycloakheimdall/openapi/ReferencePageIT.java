/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that a release makes of the OpenAPI document, in Chromium, which gets at no host. */
@Tag("browser")
final class ReferencePageIT {

    private static final Path BUILD = Path.of("src", "main", "reference", "build.mjs");
    private static final Path FOLDER = Path.of("target", "reference");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void givenTheDocument_whenThePageIsOpened_thenItTellsTheRoutesAndAsksNoOtherHost()
            throws IOException, InterruptedException {
        Path page = FOLDER.resolve("api.html").toAbsolutePath();
        new Commands(Path.of("."), FOLDER.resolve("build.log"), "Node.js 20 or later, with npm")
                .run(
                        Map.of(),
                        LIMIT,
                        List.of("node", BUILD.toString(), OpenApiDocumentTest.BUILT.toString(), page.toString()));

        assertThat(Files.readString(page)).contains("default-src 'none'").doesNotContain("<script src", "<link");
        assertThat(shown(page)).contains("</a>Sign in with a password", "/{slug}/v1/auth/signin");
    }

    /** The page as its scripts left it. */
    private static String shown(Path page) throws IOException, InterruptedException {
        Path output = FOLDER.resolve("shown.html");
        new Commands(Path.of("."), output, "Debian's chromium, or set HEIMDALL_CHROMIUM")
                .run(
                        Map.of(),
                        LIMIT,
                        List.of(
                                Optional.ofNullable(System.getenv("HEIMDALL_CHROMIUM"))
                                        .orElse("/usr/bin/chromium"),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                "--virtual-time-budget=20000",
                                "--dump-dom",
                                page.toUri().toString()));
        return Files.readString(output);
    }
}
