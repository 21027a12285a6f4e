/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.load.Load;
import io.github.keycloakheimdall.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * H2's file cannot grow any more, as on a full disk, and can again. The limit is one of the server's process, because a
 * disk that is really full takes the rest of the machine along.
 */
@Tag("faults")
class DiskFullIT {

    private static final int THREADS = 2;
    private static final int WARM = 5;
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static KeycloakServer server;
    private static App app;

    @BeforeAll
    static void start() {
        server = KeycloakServer.builder().name("disk-full").build();
        server.start();
        app = App.fresh().createOn(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givenLoad_whenTheDiskIsFullAndHasRoomAgain_thenOnly503AndEveryAccountIsKept() throws Exception {
        Load load = Load.start(THREADS, URI.create(server.baseUri() + "/" + app.slug() + "/v1"));
        await().atMost(WITHIN).until(() -> load.accounts() >= WARM);

        limitFiles(Long.toString(databaseSize()));
        await().atMost(WITHIN).until(() -> load.refusals().size() >= WARM);
        limitFiles("unlimited");

        int before = load.accounts();
        await().atMost(WITHIN).until(() -> load.accounts() >= before + WARM);
        load.stop();
        assertThat(load.refusals()).isNotEmpty().allSatisfy(Unavailable::assertUnavailable);
        // H2 2.4 may spin for ever on a connection that was in a transaction when the store closed itself.
        assertThat(load.lostConnections()).as("calls without an answer").hasSizeLessThanOrEqualTo(THREADS);
        load.assertKeptBy(app.api());
    }

    private static long databaseSize() throws IOException {
        try (Stream<Path> files = Files.list(server.home().resolve("data/h2"))) {
            return Files.size(files.filter(file -> file.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Limits what a file of the server may grow to, in bytes; the limit can be raised again, as the hard one stays. */
    private static void limitFiles(String bytes) throws IOException, InterruptedException {
        for (ProcessHandle each : server.processes()) {
            Process prlimit = new ProcessBuilder("prlimit", "--pid=" + each.pid(), "--fsize=" + bytes + ":")
                    .inheritIO()
                    .start();
            assertThat(prlimit.waitFor()).isZero();
        }
    }
}
