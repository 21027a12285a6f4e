/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.openapi;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.command.Commands;
import io.github.keycloakheimdall.command.MavenProject;
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

/** Clients in Java and in Python, made of the OpenAPI document by openapi-generator, run the guide. */
@Tag("long")
final class OpenApiGeneratorIT {

    private static final Path SOURCES = Path.of("src", "test", "generators");
    private static final Path FOLDER = Path.of("target", "generators");
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final List<String> FILES = List.of("pom.xml", "guide.py", "src/test/java/guide/GuideTest.java");

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenTheDocument_whenClientsAreGenerated_thenTheyRunTheGuide() throws IOException, InterruptedException {
        for (String file : FILES) {
            Files.createDirectories(FOLDER.resolve(file).getParent());
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(OpenApiDocumentTest.BUILT, FOLDER.resolve("openapi.yaml"), StandardCopyOption.REPLACE_EXISTING);

        new MavenProject(FOLDER, FOLDER.resolve("java.log")).test(OpenApiGeneratorIT::environment, LIMIT);

        assumeFalse(python().isBlank(), "no Python with pydantic 2 here; the client in Java ran");
        new Commands(FOLDER, FOLDER.resolve("python.log"), "a Python 3")
                .run(environment(), LIMIT, List.of(python(), "guide.py"));
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PYTHONPATH", FOLDER.resolve("target/python").toAbsolutePath().toString(),
                "HEIMDALL_BASE_URL", app.server().baseUri().toString(),
                "HEIMDALL_SLUG", app.slug(),
                "HEIMDALL_ADMIN_BEARER", app.admin().bearer());
    }

    /** One with pydantic 2, python-dateutil and urllib3; blank where there is none. */
    private static String python() {
        return System.getProperty("heimdall.pydantic.python", "python3");
    }
}
