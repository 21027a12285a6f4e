/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.load.Load;
import io.github.keycloakheimdall.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes under load, of which one goes. What a 200 promised holds, and nothing but connections is lost. */
@Tag("cluster")
class NodeLossIT {

    private static final int THREADS = 4;
    private static final int MORE = 10;
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private static App app;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(nodes.first());
    }

    @AfterAll
    static void delete() {
        app.close();
    }

    @Test
    void givenLoad_whenANodeIsKilled_thenTheOtherGoesOnAndKeepsEveryPromise() throws InterruptedException {
        Load load = startLoad();

        nodes.second().kill();
        try {
            awaitMoreAccounts(load);
            load.stop();

            assertOnlyConnectionsWereLost(load);
            assertThat(load.lostConnections())
                    .as("calls at the node that was killed")
                    .isNotEmpty();
            load.assertKeptBy(app.api());
        } finally {
            // Other tests use the pair.
            nodes.second().start();
        }
    }

    @Test
    void givenLoad_whenTheNodesAreRestartedInTurn_thenEveryPromiseIsKept() throws InterruptedException {
        Load load = startLoad();

        nodes.first().restart();
        awaitMoreAccounts(load);
        nodes.second().restart();
        awaitMoreAccounts(load);
        load.stop();

        assertOnlyConnectionsWereLost(load);
        load.assertKeptBy(app.apiOn(nodes.second()));
    }

    private static Load startLoad() {
        Load load = Load.start(THREADS, root(nodes.first()), root(nodes.second()));
        awaitMoreAccounts(load);
        return load;
    }

    private static void awaitMoreAccounts(Load load) {
        int before = load.accounts();
        await().atMost(WITHIN).until(() -> load.accounts() >= before + MORE);
    }

    private static void assertOnlyConnectionsWereLost(Load load) {
        assertThat(load.refusals()).as("answers that were not 200").isEmpty();
        assertThat(load.lostConnections()).doesNotHaveAnyElementsOfTypes(HttpTimeoutException.class);
    }

    private static URI root(KeycloakServer node) {
        return URI.create(node.baseUri() + "/" + app.slug() + "/v1");
    }
}
