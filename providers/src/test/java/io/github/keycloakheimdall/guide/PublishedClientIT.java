/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.fail;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.mail.MailedCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide from end to end with the published Node client; the steps are in {@code src/test/node}. */
final class PublishedClientIT {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node");
    private static final List<String> FILES = List.of(
            "package.json", "package-lock.json", ".npmrc", "guide.test.mjs", "backend.test.mjs", "codes.test.mjs");
    private static final int MINUTES = 5;
    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

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
        run(Map.of(), NPM, "ci", "--no-audit", "--no-fund");
        try (MailedCodes codes = MailedCodes.serve()) {
            Map<String, String> environment = Map.of(
                    "HEIMDALL_BASE_URL", app.server().baseUri().toString(),
                    "HEIMDALL_SLUG", app.slug(),
                    "HEIMDALL_ADMIN_BEARER", app.admin().bearer(),
                    "HEIMDALL_MAIL_SLUG", mailing.slug(),
                    "HEIMDALL_MAIL_URL", codes.url());
            run(environment, "node", "--test");
        }
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = FOLDER.resolve(command[0] + ".log");
        Process process = start(environment, output, command);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                failWith(command, "did not end within " + MINUTES + " minutes", output);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            failWith(command, "ended with " + process.exitValue(), output);
        }
    }

    private static Process start(Map<String, String> environment, Path output, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException missing) {
            return fail(
                    "%s could not be started. This test runs the published client: install Node.js 20 or later, with npm.",
                    command[0]);
        }
    }

    private static void failWith(String[] command, String what, Path output) throws IOException {
        fail("%s %s:%n%s", String.join(" ", command), what, Files.readString(output, StandardCharsets.UTF_8));
    }
}
