/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.registry.Crowd;
import io.github.keycloakheimdall.registry.Rows;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app is deleted once, by whichever node is there, and nothing of it is left. */
@Tag("big")
class RemovalOnTwoNodesIT {

    private static final int MANY = 10_000;
    private static final Duration SOON = Duration.ofMinutes(1);
    // A minute until the app is anybody's again, another until a node looks, and the deletion itself.
    private static final Duration LATER = Duration.ofMinutes(5);

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private static App bystander;

    @BeforeAll
    static void create() {
        bystander = App.fresh().createOn(nodes.first());
    }

    @AfterAll
    static void delete() {
        bystander.close();
    }

    @Test
    void givenAnApp_whenBothNodesAreAskedToDeleteItAtOnce_thenOneDoesAndNothingIsLeft() throws SQLException {
        Rows rows = new Rows(nodes.database());
        Map<String, Long> before = rows.counts();
        App app = inUse();
        String id = id(app);
        assertThat(rows.naming(id)).containsKeys("realm", "client", "user_entity", "heimdall_app", "heimdall_api_key");

        List<Integer> statuses = AtOnce.run(8, lane -> platform(lane % 2 == 0 ? nodes.first() : nodes.second(), app)
                .as(Method.DELETE, "", null)
                .extract()
                .statusCode());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        await().atMost(SOON).until(() -> isGone(nodes.first(), app) && isGone(nodes.second(), app));
        assertThat(rows.naming(id)).isEmpty();
        assertThat(rows.counts()).isEqualTo(before);
    }

    @Test
    void givenABigAppThatANodeDeletes_whenThatIsKilled_thenTheOtherGoesOnAndOnlyThatAppIsClosed() throws SQLException {
        Rows rows = new Rows(nodes.database());
        App app = inUse();
        String id = id(app);
        Crowd crowd = new Crowd(nodes.database(), id);
        crowd.enter(MANY);
        platform(nodes.second(), app).as(Method.DELETE, "", null).statusCode(204);
        assertClosed(app.api());
        assertClosed(app.apiOn(nodes.second()));
        await().atMost(SOON).until(() -> crowd.size() < MANY);

        nodes.second().kill();
        try {
            assertThat(crowd.size()).isPositive();
            assertClosed(app.api());
            bystander.api().signedUp(TestUser.ada());

            await().atMost(LATER).until(() -> isGone(nodes.first(), app));
            assertThat(rows.naming(id)).isEmpty();
        } finally {
            // Other tests use the pair.
            nodes.second().start();
        }
    }

    @Test
    void givenARealmThatTakesLongToGo_thenItIsOneNodesUntilItIsGone_andTheOtherDeletesOtherApps() throws SQLException {
        App slow = inUse();
        App other = inUse();
        String id = id(slow);
        try (Connection blocking = nodes.database().connect()) {
            blocking.setAutoCommit(false);
            query(blocking, "select 1 from client where realm_id = '" + id + "' for update");
            platform(nodes.second(), slow).as(Method.DELETE, "", null).statusCode(204);

            // Not by a time, which may be up before the realm is gone.
            await().atMost(SOON).during(Duration.ofSeconds(2)).until(() -> isHeld(id));
            platform(nodes.first(), other).as(Method.DELETE, "", null).statusCode(204);
            await().atMost(SOON).until(() -> isGone(nodes.first(), other));
            assertThat(isGone(nodes.first(), slow)).isFalse();

            blocking.rollback();
        }
        await().atMost(SOON).until(() -> isGone(nodes.first(), slow));
        assertThat(new Rows(nodes.database()).naming(id)).isEmpty();
    }

    private static boolean isHeld(String realmId) throws SQLException {
        try (Connection connection = nodes.database().connect()) {
            return query(connection, "select 1 from heimdall_app where realm_id = '" + realmId + "'")
                    && !query(
                            connection,
                            "select 1 from heimdall_app where realm_id = '" + realmId + "' for update skip locked");
        }
    }

    /** Whether it finds anything. */
    private static boolean query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    /** With something in the tables that are about users, keys, tenants, webhooks and sinks. */
    private static App inUse() {
        App app = App.fresh().withRealm("organizationsEnabled", true).createOn(nodes.first());
        String user = app.api().signedUp(TestUser.ada()).userId();
        Platform platform = app.platform();
        platform.key("user.read");
        platform.machine("user.read");
        String tenant = platform.as(Method.POST, "/tenants", Map.of("display_name", "Shop"))
                .statusCode(201)
                .extract()
                .path("id");
        platform.as(Method.POST, "/tenants/" + tenant + "/members", Map.of("account_id", user, "role_name", "member"))
                .statusCode(201);
        platform.as(Method.PUT, "/webhook", Map.of("url", "http://127.0.0.1:9/", "event_types", List.of("user.signup")))
                .statusCode(200);
        platform.as(Method.PUT, "/audit-sink", Map.of("url", "http://127.0.0.1:9/"))
                .statusCode(200);
        app.api().signedUp(TestUser.named("told"));
        return app;
    }

    private static void assertClosed(HeimdallApi api) {
        api.signup(TestUser.ada()).statusCode(403).body("code", equalTo("APP_ARCHIVED"));
    }

    private static Platform platform(KeycloakServer node, App app) {
        return new Platform(node, KeycloakAdmin.of(node), app.slug());
    }

    private static boolean isGone(KeycloakServer node, App app) {
        return KeycloakAdmin.of(node)
                        .request(Method.GET, "/admin/realms/" + app.slug(), null)
                        .statusCode()
                == 404;
    }

    private static String id(App app) {
        return (String) app.realm().read().get("id");
    }
}
