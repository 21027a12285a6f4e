/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.node.NodeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Linters find nothing in the OpenAPI document, but for what the contract fixes, and a client that is generated from it
 * runs the guide; the steps are in {@code src/test/openapi}.
 */
@Tag("long")
final class GeneratedClientIT {

    private static final Path SOURCES = Path.of("src", "test", "openapi");
    private static final Path FOLDER = Path.of("target", "openapi");
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final List<String> FILES = List.of(
            "package.json",
            "package-lock.json",
            ".npmrc",
            ".redocly.lint-ignore.yaml",
            ".spectral.yaml",
            "tsconfig.json",
            "guide.test.ts");

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenTheDocument_whenLintedAndAClientIsGenerated_thenItRunsTheGuide()
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(OpenApiDocumentTest.BUILT, FOLDER.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);
        new NodeProject(FOLDER, FOLDER.resolve("output.log"))
                .test(
                        () -> Map.of(
                                "REDOCLY_TELEMETRY", "off",
                                "HEIMDALL_BASE_URL", app.server().baseUri().toString(),
                                "HEIMDALL_SLUG", app.slug(),
                                "HEIMDALL_ADMIN_BEARER", app.admin().bearer()),
                        LIMIT);
    }
}
