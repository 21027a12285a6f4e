/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of attempts, dead letters and webhooks with time; times and numbers come from the database. */
@LooksIntoTheServer
class WebhookUpkeepIT {

    private static final String TYPE = "user.signup";
    private static final int MOST = 1_000;

    private final Receiver receiver = new Receiver().replying(500);

    private ServerOnPostgres server;
    private App app;
    private Hook hook;

    @BeforeEach
    void makeApp(ServerOnPostgres server) {
        this.server = server;
        this.app = App.fresh().createOn(server.server());
        this.hook = new Hook(app);
        hook.tell(receiver.url(), TYPE);
    }

    @AfterEach
    void close() {
        app.close();
        receiver.close();
    }

    @Test
    void givenAttemptsOfDifferentAges_whenAnAppKeepsThemForShorter_thenItsOldOnesGo() throws SQLException {
        try (App longer = App.fresh().createOn(server.server())) {
            addAttempts(app, 6, 1);
            addAttempts(app, 8, 1);
            addAttempts(longer, 29, 1);
            addAttempts(longer, 31, 2_500);

            keep(app, 7);

            await().untilAsserted(() -> {
                assertThat(attempts(app)).isEqualTo(1);
                assertThat(attempts(longer)).isEqualTo(1);
            });
        }
    }

    @Test
    void givenAnAppThatKeepsAttemptsForLonger_whenOthersAreForgotten_thenItsOwnAreNot() throws SQLException {
        try (App other = App.fresh().createOn(server.server())) {
            keep(app, 365);
            addAttempts(app, 300, 1);
            addAttempts(app, 366, 1);
            addAttempts(other, 300, 1);

            keep(app, 364);

            await().untilAsserted(() -> {
                assertThat(attempts(app)).isEqualTo(1);
                assertThat(attempts(other)).isZero();
            });
        }
    }

    @Test
    void givenMoreAttemptsThanAreKept_thenTheLastOnesStay() throws SQLException {
        addAttempts(app, 1, 2_300);

        keep(app, 30);

        await().untilAsserted(() -> assertThat(attempts(app)).isEqualTo(MOST));
        assertThat(hook.attempts().get(0)).containsEntry("attempt_number", 2_300);
    }

    @Test
    void givenReplayedDeadLetters_thenTheyGoAfterThirtyDays_andOthersStay() throws SQLException {
        addDeadLetters(1, null);
        addDeadLetters(1, daysAgo(29));
        addDeadLetters(1, daysAgo(31));

        keep(app, 30);

        await().untilAsserted(() -> assertThat(hook.deadLetters()).hasSize(2));
    }

    @Test
    void givenAsManyDeadLettersAsAreKept_whenAnotherComes_thenItIsCountedAndGone() throws SQLException {
        addDeadLetters(MOST - 1, null);
        addDeadLetters(3, daysAgo(1));
        receiver.replying(410);

        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getString("disabled_reason")).contains("410"));
        app.api().signedUp(TestUser.ada());
        app.api().signedUp(TestUser.ada());

        await().untilAsserted(() ->
                assertThat(hook.read().getInt("dead_letter_dropped_count")).isEqualTo(2));
        assertThat(hook.read().getString("dead_letter_dropped_at")).isNotNull();
        assertThat(count("HEIMDALL_WEBHOOK_DELIVERY", app)).isEqualTo(MOST + 3);
    }

    @Test
    void givenFiveDaysOfFailures_whenAnotherComes_thenTheWebhookIsDisabledAndWhatWaitsIsADeadLetter()
            throws SQLException {
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isEqualTo(1));
        failingFor(Duration.ofDays(5).minusHours(1));
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isGreaterThanOrEqualTo(2));
        assertThat(hook.read().getString("disabled_at")).isNull();

        failingFor(Duration.ofDays(5).plusHours(1));
        app.api().signedUp(TestUser.ada());

        await().untilAsserted(() ->
                assertThat(hook.read().getString("disabled_reason")).contains("five days", "500"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(hook.deadLetters()).isNotEmpty());
        app.platform()
                .as(Method.GET, "/health", null)
                .body("data.find { it.code == 'webhook_disabled' }.severity", equalTo("error"));
    }

    @Test
    void givenASuccessInBetween_whenFailuresGoOn_thenTheFiveDaysBeginAnew() throws SQLException {
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isEqualTo(1));
        failingFor(Duration.ofDays(6));
        receiver.replying(204);
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isZero());
        receiver.replying(500);
        app.api().signedUp(TestUser.ada());

        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isPositive());
        assertThat(hook.read().getString("disabled_at")).isNull();
    }

    private static void keep(App app, int days) {
        app.platform()
                .as(Method.PATCH, "", Map.of("webhook_attempt_retention_days", days))
                .statusCode(200);
    }

    private static long daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).toEpochMilli();
    }

    private void addAttempts(App app, int days, int number) throws SQLException {
        long at = daysAgo(days);
        String realm = realm(app);
        insert(
                "insert into HEIMDALL_WEBHOOK_ATTEMPT (ID, REALM_ID, EVENT_ID, EVENT_TYPE, ATTEMPT_NUMBER, LATENCY_MS,"
                        + " SUCCEEDED, URL, ATTEMPTED_AT) values (?, ?, 'evt', '" + TYPE + "', ?, 1, true, 'u', ?)",
                IntStream.rangeClosed(1, number)
                        .mapToObj(i -> List.<Object>of("0a%012d%04d%s".formatted(at, i, tail(app)), realm, i, at))
                        .toList());
    }

    private void addDeadLetters(int number, Long replayedAt) throws SQLException {
        String realm = realm(app);
        insert(
                "insert into HEIMDALL_WEBHOOK_DELIVERY (ID, REALM_ID, EVENT_TYPE, PAYLOAD, ATTEMPTS, CREATED_AT,"
                        + " FAILED_AT, REPLAYED_AT, REPLAY_COUNT) values (?, ?, '" + TYPE + "', '{}', 10, 1, 1, "
                        + replayedAt + ", 0)",
                IntStream.rangeClosed(1, number)
                        .mapToObj(i -> List.<Object>of("0_%d_%s_%s".formatted(i, replayedAt, tail(app)), realm))
                        .toList());
    }

    private void failingFor(Duration time) throws SQLException {
        insert(
                "update HEIMDALL_WEBHOOK set FAILING_SINCE = ? where REALM_ID = ?",
                List.of(List.of(Instant.now().minus(time).toEpochMilli(), realm(app))));
    }

    private long attempts(App app) throws SQLException {
        return count("HEIMDALL_WEBHOOK_ATTEMPT", app);
    }

    private long count(String table, App app) throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from " + table + " where REALM_ID = '" + realm(app) + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insert(String sql, List<List<Object>> rows) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String realm(App app) {
        return app.platform().as(Method.GET, "", null).statusCode(200).extract().path("id");
    }

    private static String tail(App app) {
        return app.slug().substring(Math.max(0, app.slug().length() - 8));
    }
}
