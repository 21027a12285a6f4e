/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until a server that was just launched answers for its realm master. */
final class Readiness {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final int LAST_LINES = 60;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();
    private final HttpRequest question;
    private final Process process;
    private final Path logFile;

    /** @param logFile what a failure's message quotes the end of; null for none */
    Readiness(URI baseUri, Process process, Path logFile) {
        this.question = HttpRequest.newBuilder(URI.create(baseUri + "/realms/master"))
                .timeout(ANSWERS_WITHIN)
                .build();
        this.process = process;
        this.logFile = logFile;
    }

    /**
     * Returns once the server answers 200.
     *
     * @throws IllegalStateException if its process ends first, or the time is over; the message has the end of the log
     */
    void await(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        try {
            while (!answers()) {
                if (process.waitFor(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw failure("ended with code " + process.exitValue() + " before it answered");
                }
                if (System.nanoTime() > deadline) {
                    throw failure("did not answer within " + time.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for: interrupted");
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private IllegalStateException failure(String what) {
        return new IllegalStateException("Keycloak at " + question.uri() + " " + what + endOfLog());
    }

    private String endOfLog() {
        if (logFile == null) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(logFile);
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "; the end of " + logFile + ":\n" + String.join("\n", last);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + logFile, e);
        }
    }
}
