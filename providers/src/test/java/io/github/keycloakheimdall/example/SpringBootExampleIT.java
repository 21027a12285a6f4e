/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.command.MavenProject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The backend with Spring Boot, run by its own tests. */
@Tag("long")
final class SpringBootExampleIT {

    private static final Path FOLDER = Path.of("target", "examples-spring-boot");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App another = App.fresh();

    @Test
    void givenTheExample_whenItsTestsRun_thenAllPass() throws IOException, InterruptedException {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);

        ExampleFolder.copyTree(FOLDER, "spring-boot");
        new MavenProject(FOLDER.resolve("spring-boot"), FOLDER.resolve("output.log"))
                .test(() -> BackendCallers.of(app, another, ada), LIMIT);
    }
}
