/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The receivers of docs/webhooks.md, as they stand there: what the app sends passes, and what was signed by another
 * secret does not. The one in Node.js verifies by the published library of Standard Webhooks, the one in Java by the
 * contract's header.
 */
@Tag("long")
class DocumentedReceiversIT {

    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");
    private static final Path NODE = Path.of("src", "test", "node");
    private static final String TYPE = "user.signup";

    @RegisterExtension
    static final App app = App.fresh();

    @TempDir
    Path folder;

    private final Hook hook = new Hook(app);
    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void givenTheReceiverInPython_thenItTakesWhatIsSignedAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("receiver.py"), code("python"));
        verifies(List.of("python3", "receiver.py"));
    }

    @Test
    void givenTheReceiverInJava_thenItTakesWhatIsSignedAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("Receiver.java"), code("java"));
        verifies(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Receiver.java"));
    }

    @Test
    void givenTheReceiverInNode_thenItTakesWhatIsSignedAndNothingElse() throws Exception {
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.copy(NODE.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("receiver.mjs"), code("js"));
        Process install = start(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
        assertThat(install.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(install.exitValue()).isZero();
        verifies(List.of("node", "receiver.mjs"));
    }

    private void verifies(List<String> command) throws Exception {
        int port = freePort();
        String url = "http://127.0.0.1:" + port + "/";
        String secret = hook.tell(url, TYPE);
        process = start(command, Map.of("WEBHOOK_SECRET", secret, "PORT", Integer.toString(port)));
        await().atMost(Duration.ofSeconds(30)).until(() -> listens(port));

        app.api().signedUp(TestUser.ada());
        assertThat(status()).isEqualTo(204);

        given().body("{}").post(url).then().statusCode(401);
        given().header("webhook-id", "evt_1")
                .header("webhook-timestamp", "1")
                .header("webhook-signature", "v1,AAAA")
                .header("X-Auth-Signature", "t=1,v1=" + "0".repeat(64))
                .body("{}")
                .post(url)
                .then()
                .statusCode(401);

        hook.call(Method.DELETE, "").statusCode(204);
        hook.tell(url, TYPE);
        app.api().signedUp(TestUser.ada());
        assertThat(status()).isEqualTo(401);
        hook.call(Method.DELETE, "").statusCode(204);
    }

    /** That of the first attempt. */
    private Object status() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !hook.attempts().isEmpty());
        return hook.attempts().get(0).get("status_code");
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static String code(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
