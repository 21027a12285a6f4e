/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.node.NodeProject;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Tokens member = app.api().signedUp(ada);
        app.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        Tokens ended = Tokens.of(app.api().signin(ada));
        app.api().revokeSession(member.access(), ended.sessionId()).statusCode(204);

        ExampleFolder.copy(FOLDER, "express", "spa");
        new NodeProject(FOLDER.resolve("express"), FOLDER.resolve("output.log"))
                .test(
                        Map.of(
                                "HEIMDALL_ISSUER", app.server().baseUri() + "/" + app.slug(),
                                "HEIMDALL_API_KEY", app.platform().key("auth.user.password-reset.send-email"),
                                "HEIMDALL_EMAIL", ada.email(),
                                "HEIMDALL_MEMBER", member.access(),
                                "HEIMDALL_ACCOUNTANT", accountant(),
                                "HEIMDALL_ENDED", ended.access(),
                                "HEIMDALL_FOREIGN",
                                        another.api().signedUp(TestUser.ada()).access(),
                                "HEIMDALL_MACHINE",
                                        app.api().machineToken(app.platform().machine("user.read"))),
                        LIMIT);

        assertThat(MailServer.nth(ada.email(), 3).subject()).contains("password reset");
    }

    private static String accountant() {
        Tokens joan = app.api().signedUp(TestUser.named("joan"));
        Platform platform = app.platform();
        platform.as(Method.POST, "/permissions", Map.of("resource", "invoice", "action", "read"))
                .statusCode(201);
        platform.as(Method.POST, "/roles", Map.of("name", "accountant")).statusCode(201);
        platform.as(Method.PUT, "/roles/accountant/permissions", Map.of("permissions", List.of("invoice.read")))
                .statusCode(200);
        platform.as(Method.PATCH, "/end-users/" + joan.userId() + "/role", Map.of("role_name", "accountant"))
                .statusCode(200);
        return joan.access();
    }
}
