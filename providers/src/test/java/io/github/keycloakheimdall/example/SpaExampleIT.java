/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.MailedCodes;
import io.github.keycloakheimdall.node.NodeProject;
import io.github.keycloakheimdall.server.FreePorts;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The single-page app in Chromium, served by the backend beside it. */
@Tag("browser")
final class SpaExampleIT {

    private static final Path TESTS = Path.of("src", "test", "examples");
    private static final Path FOLDER = Path.of("target", "examples-spa");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenTheExample_whenUsedInABrowser_thenAllItsTestsPass() throws IOException, InterruptedException {
        String port = Integer.toString(FreePorts.next());
        Map<String, Object> client = app.realm().client("heimdall");
        client.put("webOrigins", List.of("http://localhost:" + port));
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
        MailedFactors.offer(app);
        ExampleFolder.copyFiles(TESTS, FOLDER);
        ExampleFolder.copy(FOLDER, "express", "spa");
        String invite = app.platform()
                .as(
                        Method.POST,
                        "/end-users/invites",
                        Map.of("email", TestUser.ada().email()))
                .statusCode(201)
                .extract()
                .path("code");
        try (MailedCodes codes = MailedCodes.serve()) {
            new NodeProject(FOLDER, FOLDER.resolve("output.log"))
                    .test(
                            Map.of(
                                    "PORT",
                                    port,
                                    "HEIMDALL_ISSUER",
                                    app.server().baseUri() + "/" + app.slug(),
                                    "HEIMDALL_API_KEY",
                                    app.platform().key("auth.user.password-reset.send-email", "user.update"),
                                    "HEIMDALL_INVITE",
                                    invite,
                                    "HEIMDALL_MAIL_URL",
                                    codes.url()),
                            LIMIT);
        }
    }
}
