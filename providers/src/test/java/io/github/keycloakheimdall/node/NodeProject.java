/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.node;

import io.github.keycloakheimdall.command.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tests that are written for Node.js, and run by npm. */
public final class NodeProject {

    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";

    private final Commands commands;

    /** {@code output} is made anew. */
    public NodeProject(Path folder, Path output) throws IOException {
        this.commands = new Commands(folder, output, "Node.js 20 or later, with npm");
    }

    /**
     * Installs what the lock file names and runs the tests; fails with all that was printed if one fails or time is up.
     */
    public void test(Map<String, String> environment, Duration limit) throws IOException, InterruptedException {
        test(() -> environment, limit);
    }

    /** The same; asks for the environment once all is installed, as a bearer in it may not outlive that. */
    public void test(Supplier<Map<String, String>> environment, Duration limit)
            throws IOException, InterruptedException {
        commands.run(Map.of(), limit, List.of(NPM, "ci", "--no-audit", "--no-fund"));
        commands.run(environment.get(), limit, List.of(NPM, "test"));
    }
}
