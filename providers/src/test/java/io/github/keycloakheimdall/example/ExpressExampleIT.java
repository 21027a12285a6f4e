/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.node.NodeProject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The backend with Express, run by its own tests. */
@Tag("long")
final class ExpressExampleIT {

    private static final Path FOLDER = Path.of("target", "examples-express");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @RegisterExtension
    static final App another = App.fresh();

    @Test
    void givenTheExample_whenItsTestsRun_thenAllPassAndAResetIsMailed() throws IOException, InterruptedException {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        Map<String, String> environment = BackendCallers.of(app, another, ada);
        environment.put("HEIMDALL_API_KEY", app.platform().key("auth.user.password-reset.send-email"));
        environment.put("HEIMDALL_EMAIL", ada.email());

        ExampleFolder.copy(FOLDER, "express", "spa");
        new NodeProject(FOLDER.resolve("express"), FOLDER.resolve("output.log")).test(environment, LIMIT);

        assertThat(MailServer.nth(ada.email(), 3).subject()).contains("password reset");
    }
}
