/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.load.BoundedHttp;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that begin a body and do not end it, fewer than the server has worker threads: each of them holds one. */
class SlowClientIT {

    private static final int SLOW = Integer.getInteger("heimdall.slow.clients", 30);

    @RegisterExtension
    static final App app = App.fresh();

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void givenManyWhoDribble_whenOthersCall_thenTheyAreAnswered() throws IOException {
        URI server = app.server().baseUri();
        Tokens tokens = app.api().signedUp(TestUser.ada());
        String head = "POST /" + app.slug() + "/v1/auth/signin HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        for (int i = 0; i < SLOW; i++) {
            Socket socket = new Socket(server.getHost(), server.getPort());
            slow.add(socket);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
        }
        for (Socket socket : slow) {
            socket.getOutputStream().write(' ');
        }

        BoundedHttp others = new BoundedHttp();
        URI root = URI.create(server + "/" + app.slug() + "/v1/");
        assertThat(others.send("GET", root.resolve("me"), tokens.access(), null).status())
                .isEqualTo(200);
        assertThat(others.send(
                                "POST",
                                root.resolve("auth/signup"),
                                null,
                                TestUser.ada().signup())
                        .status())
                .isEqualTo(200);
    }
}
