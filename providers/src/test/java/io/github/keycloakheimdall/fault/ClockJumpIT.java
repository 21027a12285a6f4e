/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OwnServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server's clock jumps by five minutes, forward and back, by libfaketime (Debian: faketime). */
@Tag("faults")
class ClockJumpIT {

    private static final Duration JUMP = Duration.ofMinutes(5);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);

    private static final Path LIBRARY =
            Path.of(System.getProperty("heimdall.faketime", "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"));
    private static final Path OFFSET = newFile();

    @RegisterExtension
    static final OwnServer own = OwnServer.named("clock", server -> server.variable("LD_PRELOAD", LIBRARY.toString())
            .variable("FAKETIME_TIMESTAMP_FILE", OFFSET.toString())
            .variable("FAKETIME_CACHE_DURATION", "1")
            .variable("FAKETIME_DONT_FAKE_MONOTONIC", "1"));

    private static final TestUser WITNESS = TestUser.named("witness");

    private static App app;

    private final TestUser ada = TestUser.ada();

    @BeforeAll
    static void create() {
        assertThat(LIBRARY).as("libfaketime; heimdall.faketime names it").exists();
        app = App.fresh().createOn(own.server());
        app.api().signedUp(WITNESS);
    }

    @AfterEach
    void backToNow() {
        jump(Duration.ZERO);
    }

    @Test
    void givenASession_whenTheClockJumpsForward_thenItLivesOn() {
        Tokens before = app.api().signedUp(ada);

        jump(JUMP);

        app.api().me(before.access()).statusCode(200);
        app.api().refresh(before.refresh()).statusCode(200);
        app.api().refresh(before.refresh()).statusCode(401);
    }

    @Test
    void givenASession_whenTheClockJumpsBack_thenOneSignsInAgainAndNothingIsLost() {
        jump(JUMP);
        Tokens future = app.api().signedUp(ada);

        jump(Duration.ZERO);

        app.api().me(future.access()).statusCode(401);
        Tokens now = Tokens.of(app.api().signin(ada));
        app.api().me(now.access()).statusCode(200);
        app.api().refresh(now.refresh()).statusCode(200);

        jump(JUMP);
        app.api().me(future.access()).statusCode(200);
        app.api().refresh(future.refresh()).statusCode(200);
    }

    /** Moves the server's clock, and waits until the times in tokens are the new ones. */
    private static void jump(Duration ahead) {
        try {
            Files.writeString(OFFSET, "+" + ahead.toSeconds() + "s\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A jump may close connections that were idle, as far as the server can tell.
        await().atMost(NOTICED_WITHIN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    Number issued =
                            Tokens.of(app.api().signin(WITNESS)).accessJwt().claim("iat");
                    long off = issued.longValue() - Instant.now().getEpochSecond() - ahead.toSeconds();
                    return Math.abs(off) < NOTICED_WITHIN.toSeconds();
                });
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("clock", ".offset");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
