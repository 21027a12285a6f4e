/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.0 lets a client leave out the host, of which Keycloak makes its URLs. */
class HostlessIT {

    private static final int PATIENCE_MILLIS = 20_000;

    @RegisterExtension
    static final App app = App.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%s/v1/me",
                "/%s/v1/me?x=%%00",
                "/%s/v1/nothing-of-the-kind",
                "/realms/%s/v1/me",
                "/%s/v1/.well-known/openid-configuration",
                "/v1/apps/%s/roles",
                "/v1/apps?app=%s",
                "/v1/stats/me?app=%s"
            })
    void givenNoHost_whenCalling_thenRefusedInTheApisForm(String path) throws IOException {
        String answer = send("GET " + path.formatted(app.slug()) + " HTTP/1.0\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] 4(00|04) .*");
        assertThat(answer).contains("\"statusCode\":4");
    }

    private static String send(String request) throws IOException {
        URI server = app.server().baseUri();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
