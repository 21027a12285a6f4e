/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.load.Load;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.KeycloakServerBuilder;
import io.github.keycloakheimdall.server.PostgresDatabase;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes under load that go from a line's first patch to the one that the run is of, one after the other. */
@Tag("upgrade")
class RollingPatchIT {

    private static final String FIRST_PATCH = System.getProperty("heimdall.keycloak.first-patch");
    private static final URI PUBLIC = URI.create("https://login.example.com");
    private static final int THREADS = 4;
    private static final int MORE = 10;
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final PostgresDatabase database = PostgresDatabase.start();
    private static KeycloakServer first;
    private static KeycloakServer second;
    private static App app;

    @BeforeAll
    static void start() {
        first = node("patch-1").keycloak(FIRST_PATCH).build();
        first.start();
        second = node("patch-2").keycloak(FIRST_PATCH).build();
        second.start();
        app = App.fresh().createOn(first);
    }

    @AfterAll
    static void end() {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        database.close();
    }

    @Test
    void givenLoad_whenTheNodesArePatchedInTurn_thenNobodyIsSignedOutAndOnlyConnectionsAreLost()
            throws InterruptedException {
        Tokens before = app.api().signedUp(TestUser.named("before"));
        Load load = Load.start(THREADS, root(first), root(second));
        awaitMoreAccounts(load);

        first = patched("patched-1", first);
        app.apiOn(first).me(before.access()).statusCode(200);
        Tokens between = Tokens.of(app.apiOn(first).refresh(before.refresh()));
        app.apiOn(second).me(between.access()).statusCode(200);
        awaitMoreAccounts(load);

        second = patched("patched-2", second);
        Tokens after = Tokens.of(app.apiOn(second).refresh(between.refresh()));
        awaitMoreAccounts(load);
        load.stop();

        assertThat(after.sessionId()).isEqualTo(before.sessionId());
        app.apiOn(first).me(after.access()).statusCode(200);
        app.apiOn(first).refresh(before.refresh()).statusCode(401);
        assertThat(load.refusals()).as("answers that were not 200").isEmpty();
        assertThat(load.lostConnections()).doesNotHaveAnyElementsOfTypes(HttpTimeoutException.class);
        load.assertKeptBy(app.apiOn(second));
    }

    private static KeycloakServer patched(String name, KeycloakServer node) {
        node.close();
        KeycloakServer next = node(name).port(node.baseUri().getPort()).build();
        next.start();
        return next;
    }

    private static KeycloakServerBuilder node(String name) {
        return KeycloakServer.builder()
                .name(name)
                .database(database)
                .cluster(PUBLIC)
                .shortLived();
    }

    private static void awaitMoreAccounts(Load load) {
        int before = load.accounts();
        await().atMost(WITHIN).until(() -> load.accounts() >= before + MORE);
    }

    private static URI root(KeycloakServer node) {
        return URI.create(node.baseUri() + "/" + app.slug() + "/v1");
    }
}
