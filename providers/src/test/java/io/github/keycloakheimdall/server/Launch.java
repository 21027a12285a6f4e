/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the server's script. */
final class Launch {

    /** Takes the JVM's slow compiler out, which costs more at a start than it saves. */
    static final String FAST_START = "-XX:TieredStopAtLevel=1";

    private static final String DEBUGGER = "KC_DEBUG";

    private Launch() {}

    /**
     * Runs a command in the server's folder.
     *
     * @param variables are added to the environment of this process
     * @param logFile what the output is appended to; null for the terminal
     * @throws UncheckedIOException if the command cannot be run
     */
    static Process process(Path home, List<String> command, Map<String, String> variables, Path logFile) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        clean(builder.environment());
        builder.environment().putAll(variables);
        builder.redirectErrorStream(true)
                .redirectOutput(logFile == null ? Redirect.INHERIT : Redirect.appendTo(logFile.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        }
    }

    /**
     * Takes out what would configure the server behind the launcher's back, and has it run on the Java of the settings.
     * {@code KC_DEBUG} and its like stay, for those who want to attach a debugger.
     */
    private static void clean(Map<String, String> variables) {
        variables.keySet().removeIf(name -> name.startsWith("KC_") && !name.startsWith(DEBUGGER));
        variables.keySet().removeIf(name -> name.startsWith("JAVA_OPTS"));
        // kc.sh takes it for a request to open a debugger's port, while some CI systems set it to get longer logs.
        variables.remove("DEBUG");
        variables.put("JAVA", TestSettings.java().toString());
    }
}
