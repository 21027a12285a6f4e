/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.KeycloakServerBuilder;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An operator who goes from an earlier version of the JAR to this one, back, and to this one again, on one database.
 */
@Tag("jar-upgrade")
class JarUpgradeIT {

    private static final PostgresDatabase database = PostgresDatabase.start();
    private static final Receiver receiver = new Receiver();
    private static KeycloakServer earlier;
    private static KeycloakServer current;

    @BeforeAll
    static void prepare() {
        earlier = server("jar-earlier")
                .extension(Path.of(
                        Objects.requireNonNull(System.getProperty("heimdall.earlier.jar"), "run .ci/jar-upgrade")))
                .build();
        // Where the other one was, so that tokens have the same issuer.
        current = server("jar-current").port(earlier.baseUri().getPort()).build();
    }

    @AfterAll
    static void end() {
        if (current != null) {
            earlier.close();
            current.close();
        }
        receiver.close();
        database.close();
    }

    @Test
    void givenAnAppOfAnEarlierVersion_whenUpgradedRolledBackAndUpgradedAgain_thenAllOfItGoesOnWorking() {
        earlier.start();
        App app = App.fresh().withRealm(OtpPolicy.wide()).createOn(earlier);
        Estate old = new Estate(app);
        old.works();

        exchange(earlier, current);
        old.works();
        Estate added = new Estate(app);
        added.works();
        app.platform()
                .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", new String[] {"user.signup"}))
                .statusCode(200);
        app.api().signedUp(TestUser.named("told"));
        receiver.await(1);
        App archived = App.fresh().createOn(current);
        archived.set("heimdall.status", "archived");

        exchange(current, earlier);
        old.works();
        added.works();
        archived.api().signup(TestUser.ada()).statusCode(403);
        Estate between = new Estate(app);

        exchange(earlier, current);
        old.works();
        added.works();
        between.works();
        archived.api().signup(TestUser.ada()).statusCode(403).body("code", equalTo("APP_ARCHIVED"));
        TestUser late = TestUser.named("late");
        app.api().signedUp(late);
        await().until(() -> receiver.deliveries().stream()
                .anyMatch(delivery -> delivery.body().contains(late.username())));
    }

    private static void exchange(KeycloakServer from, KeycloakServer to) {
        from.stop();
        to.start();
    }

    private static KeycloakServerBuilder server(String name) {
        return KeycloakServer.builder().name(name).database(database).shortLived();
    }
}
