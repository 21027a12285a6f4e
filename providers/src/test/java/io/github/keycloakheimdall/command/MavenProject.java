/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A Maven project of its own with tests, run by the Maven that runs this build. */
public final class MavenProject {

    private final Commands commands;

    /** {@code output} is made anew. */
    public MavenProject(Path folder, Path output) throws IOException {
        this.commands = new Commands(folder, output, "Maven, or set -Dheimdall.maven=<its folder>");
    }

    /**
     * Fails with all that was printed if a test fails or time is up.
     *
     * @param environment is asked for once all is compiled, as a bearer in it may not outlive that
     */
    public void test(Supplier<Map<String, String>> environment, Duration limit)
            throws IOException, InterruptedException {
        run(Map.of(), limit, "test-compile");
        run(environment.get(), limit, "test");
    }

    private void run(Map<String, String> environment, Duration limit, String phase)
            throws IOException, InterruptedException {
        commands.run(environment, limit, List.of(maven(), "-B", "-ntp", phase));
    }

    private static String maven() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return Path.of(System.getProperty("heimdall.maven"), "bin", name).toString();
    }
}
