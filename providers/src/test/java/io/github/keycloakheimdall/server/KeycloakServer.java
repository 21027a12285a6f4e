/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Keycloak server in processes of its own, from the distribution on Maven Central, with the extension's JAR.
 *
 * <p>The data lives in the server's folder or in its database, so it survives {@link #restart()}. Not for use by
 * several threads at once.
 */
public final class KeycloakServer implements RunningKeycloak {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

    private final Path home;
    private final URI baseUri;
    private final URI managementUri;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path logFile;
    private final Thread stopWithThisJvm = new Thread(this::stop, "stop-keycloak");
    private volatile Process process;

    KeycloakServer(
            Path home,
            URI baseUri,
            URI managementUri,
            List<String> arguments,
            Map<String, String> environment,
            boolean logToTerminal) {
        this.home = home;
        this.baseUri = baseUri;
        this.managementUri = managementUri;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.logFile = logToTerminal ? null : home.resolveSibling(home.getFileName() + ".log");
    }

    /** A server on H2 and a free port, unless told otherwise. */
    public static KeycloakServerBuilder builder() {
        return new KeycloakServerBuilder();
    }

    @Override
    public URI baseUri() {
        return baseUri;
    }

    /** Where it answers for operators: metrics and health, as far as they are enabled. */
    public URI managementUri() {
        return managementUri;
    }

    /** The folder of the server, with {@code conf}, {@code data} and {@code providers}. */
    public Path home() {
        return home;
    }

    /** Where the output of every run goes, one after the other; null if it goes to the terminal. */
    public Path logFile() {
        return logFile;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws IllegalStateException if it is running, its port is in use, it ends by itself, or does not answer within
     *     five minutes; the message has the end of the log
     */
    public void start() {
        if (process != null) {
            throw new IllegalStateException("Running already: " + baseUri);
        }
        FreePorts.requireFree(baseUri.getPort());
        Runtime.getRuntime().addShutdownHook(stopWithThisJvm);
        process = Launch.process(home, arguments, environment, logFile);
        try {
            new Readiness(baseUri, process, logFile).await(STARTS_WITHIN);
        } catch (RuntimeException e) {
            kill();
            throw e;
        }
    }

    /**
     * Imports realms as an operator would while the server is stopped, by {@code kc.sh import}.
     *
     * @param folder has a file {@code <realm>-realm.json} for each of them
     *
     * @throws IllegalStateException if the server is running or the import fails; the log has why
     */
    public void importOffline(Path folder) {
        offline("import", "--dir=" + folder.toAbsolutePath());
    }

    /**
     * Exports a realm as an operator would while the server is stopped, by {@code kc.sh export}.
     *
     * @param folder gets a file {@code <realm>-realm.json} and files of its users
     *
     * @throws IllegalStateException if the server is running or the export fails; the log has why
     */
    public void exportOffline(Path folder, String realm) {
        offline("export", "--dir=" + folder.toAbsolutePath(), "--realm=" + realm);
    }

    /**
     * Takes the extension's JAR out of a server that was made for production, and builds it anew, as an operator would.
     *
     * @throws IllegalStateException if the server is running or the build fails; the log has why
     * @throws UncheckedIOException if there is no JAR
     */
    public void removeExtension() {
        try {
            Files.delete(home.resolve("providers").resolve(TestSettings.jar().getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the JAR", e);
        }
        run(List.of(arguments.get(0), "build", "--db=postgres", "--metrics-enabled=true", "--cache=local"));
    }

    private void offline(String... what) {
        List<String> command = new ArrayList<>(List.of(arguments.get(0)));
        command.addAll(List.of(what));
        arguments.stream()
                .filter(option -> option.startsWith("--db") || option.equals("--optimized"))
                .forEach(command::add);
        run(command);
    }

    private void run(List<String> command) {
        if (process != null) {
            throw new IllegalStateException("Running: " + baseUri);
        }
        Map<String, String> variables = new HashMap<>(environment);
        // With metrics on, an import listens for those who read them; there is no option for it.
        variables.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementUri.getPort()));
        int code = Launch.process(home, command, variables, logFile)
                .onExit()
                .join()
                .exitValue();
        if (code != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with code " + code + "; see " + logFile);
        }
    }

    /** Ends the server as an operator would, by SIGTERM; one that does not end within 30 seconds is killed. */
    public void stop() {
        if (process != null) {
            process.destroy();
            if (!endsWithin(STOPS_WITHIN)) {
                kill();
            }
            ended();
        }
    }

    /** The processes of the running server: kc.sh keeps the server proper as its child. */
    public List<ProcessHandle> processes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** Ends the server as a crash would, by SIGKILL. */
    public void kill() {
        if (process != null) {
            List<ProcessHandle> all = processes();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(handle -> handle.onExit().join());
            ended();
        }
    }

    /** Stops the server, if it was not stopped or killed before, and starts it with the same port and data. */
    public void restart() {
        stop();
        start();
    }

    /**
     * Waits until the server ends by itself.
     *
     * @return its exit code
     * @throws InterruptedException if the calling thread is interrupted
     */
    int awaitEnd() throws InterruptedException {
        Process running = process;
        return running == null ? 0 : running.waitFor();
    }

    @Override
    public void close() {
        stop();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ended() {
        process = null;
        try {
            Runtime.getRuntime().removeShutdownHook(stopWithThisJvm);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook is what runs, or will.
        }
    }
}
