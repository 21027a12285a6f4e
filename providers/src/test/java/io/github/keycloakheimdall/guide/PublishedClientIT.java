/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.MailedCodes;
import io.github.keycloakheimdall.node.NodeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide from end to end with the published Node client; the steps are in {@code src/test/node}. */
final class PublishedClientIT {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");
    private static final List<String> FILES = List.of(
            "package.json",
            "package-lock.json",
            ".npmrc",
            "guide.test.mjs",
            "backend.test.mjs",
            "codes.test.mjs",
            "signin.test.mjs");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App mailing =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void theGuideWorksWithThePublishedClient() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        try (MailedCodes codes = MailedCodes.serve()) {
            Supplier<Map<String, String>> environment = () -> Map.of(
                    "HEIMDALL_BASE_URL", app.server().baseUri().toString(),
                    "HEIMDALL_SLUG", app.slug(),
                    "HEIMDALL_ADMIN_BEARER", KeycloakAdmin.of(app.server()).bearer(),
                    "HEIMDALL_MAIL_SLUG", mailing.slug(),
                    "HEIMDALL_MAIL_URL", codes.url());
            new NodeProject(FOLDER, FOLDER.resolve("output.log")).test(environment, LIMIT);
        }
    }
}
