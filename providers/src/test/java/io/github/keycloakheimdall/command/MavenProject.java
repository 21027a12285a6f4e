/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Maven project of its own with tests, run by the Maven that runs this build. */
public final class MavenProject {

    private final Commands commands;

    /** {@code output} is made anew. */
    public MavenProject(Path folder, Path output) throws IOException {
        this.commands = new Commands(folder, output, "Maven, or set -Dheimdall.maven=<its folder>");
    }

    /** Fails with all that was printed if a test fails or time is up. */
    public void test(Map<String, String> environment, Duration limit) throws IOException, InterruptedException {
        commands.run(environment, limit, List.of(maven(), "-B", "-ntp", "test"));
    }

    private static String maven() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
        return Path.of(System.getProperty("heimdall.maven"), "bin", name).toString();
    }
}
