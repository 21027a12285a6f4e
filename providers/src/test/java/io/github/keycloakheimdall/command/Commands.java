/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.command;

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

/** Commands that must end well, run in a folder. What they print goes to a file, and into the message of a failure. */
public final class Commands {

    private final Path folder;
    private final Path output;
    private final String toInstall;

    /**
     * @param output is made anew
     * @param toInstall what is missing where a command cannot be started, such as {@code Node.js 20 or later, with npm}
     */
    public Commands(Path folder, Path output, String toInstall) throws IOException {
        this.folder = folder;
        this.output = output;
        this.toInstall = toInstall;
        Files.createDirectories(output.toAbsolutePath().getParent());
        Files.deleteIfExists(output);
    }

    /** Fails with all that was printed so far if the command ends with another code than 0, or time is up. */
    public void run(Map<String, String> environment, Duration limit, List<String> command)
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
            return fail("%s could not be started. Install %s.", command.get(0), toInstall);
        }
    }

    private void failWith(List<String> command, String what) throws IOException {
        fail("%s %s:%n%s", String.join(" ", command), what, Files.readString(output, UTF_8));
    }
}
