/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevServerTest {

    @Test
    void givenAPortInUse_whenStarting_thenOneLineSaysSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process start = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Dheimdall.dev.port=" + taken.getLocalPort(),
                            DevServer.class.getName())
                    .redirectErrorStream(true)
                    .start();

            String output = new String(start.getInputStream().readAllBytes(), UTF_8);

            assertThat(start.waitFor()).isEqualTo(1);
            // The JVM tells of options in its environment.
            assertThat(output.lines().filter(line -> !line.startsWith("Picked up ")))
                    .containsExactly(
                            "Port " + taken.getLocalPort() + " is in use. -Dport=<another> takes another one.");
        }
    }

    @Test
    void givenAPortAndKeycloaksVariable_whenStarting_thenThePortHolds() {
        assertThat(DevServer.port("18080", Map.of("KC_HTTP_PORT", "19080"))).isEqualTo(18080);
    }

    @Test
    void givenKeycloaksVariableAlone_whenStarting_thenItHolds() {
        assertThat(DevServer.port("", Map.of("KC_HTTP_PORT", "19080"))).isEqualTo(19080);
    }

    @Test
    void givenNeither_whenStarting_thenKeycloaksDefault() {
        assertThat(DevServer.port("", Map.of())).isEqualTo(8080);
    }
}
