/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tests that are written for Node.js, and run by npm. What they print goes to a file, and into the message of a failure. */
public final class NodeProject {

    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

    private final Path folder;
    private final Path output;

    /** {@code output} is made anew. */
    public NodeProject(Path folder, Path output) throws IOException {
        this.folder = folder;
        this.output = output;
        Files.createDirectories(output.toAbsolutePath().getParent());
        Files.deleteIfExists(output);
    }

    /** Installs what the lock file names and runs the tests; fails with all that was printed if one fails or time is up. */
    public void test(Map<String, String> environment, Duration limit) throws IOException, InterruptedException {
        test(() -> environment, limit);
    }

    /** The same; asks for the environment once all is installed, as a bearer in it may not outlive that. */
    public void test(Supplier<Map<String, String>> environment, Duration limit)
            throws IOException, InterruptedException {
        run(Map.of(), limit, List.of(NPM, "ci", "--no-audit", "--no-fund"));
        run(environment.get(), limit, List.of(NPM, "test"));
    }

    private void run(Map<String, String> environment, Duration limit, List<String> command)
            throws IOException, InterruptedException {
        Process process = start(environment, command);
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                failWith(command, "did not end within " + limit);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            failWith(command, "ended with " + process.exitValue());
        }
    }

    private Process start(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException missing) {
            return fail("%s could not be started. Install Node.js 20 or later, with npm.", command.get(0));
        }
    }

    private void failWith(List<String> command, String what) throws IOException {
        fail("%s %s:%n%s", String.join(" ", command), what, Files.readString(output, UTF_8));
    }
}
