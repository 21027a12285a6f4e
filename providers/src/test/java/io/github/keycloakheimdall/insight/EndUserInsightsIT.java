/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /v1/apps/<id>/end-user-insights}; what happened on other days comes from the database. */
@LooksIntoTheServer
class EndUserInsightsIT {

    private static final String PATH = "/end-user-insights";
    private static final int DAYS = 30;
    private static final long NOT_KEPT = -1;
    private static final Duration KEPT_WITHIN = Duration.ofMinutes(1);

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private ServerOnPostgres server;
    private App app;
    private String realmId;

    @BeforeEach
    void makeApp(ServerOnPostgres server) {
        this.server = server;
        this.app = App.fresh().withRealm(OtpPolicy.wide()).createOn(server.server());
        this.realmId = realmId(app);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void givenNoEvents_whenCounting_thenEachDayIsThereAndNoRate() {
        JsonPath insights = insights(app);

        assertThat(insights.getList("signins")).hasSize(DAYS);
        assertThat(insights.getString("signins[0].day"))
                .isEqualTo(today.minusDays(DAYS - 1).toString());
        assertThat(insights.getString("signins[29].day")).isEqualTo(today.toString());
        assertThat(insights.getList("signins.succeeded", Integer.class)).containsOnly(0);
        assertThat(insights.<Object>get("signin_failure_rate")).isNull();
        assertThat(insights.<Object>get("verification_completion_rate")).isNull();
        assertThat(insights.<Object>get("password_reset_completion_rate")).isNull();
        assertThat(insights.<Object>get("mfa_adoption_rate")).isNull();
        assertThat(insights.getLong("active_sessions")).isZero();
    }

    @Test
    void givenEventsOfManyDays_whenCounting_thenEachIsOfItsDayAndApp() throws SQLException {
        try (App other = App.fresh().createOn(server.server())) {
            add(other, "LOGIN", today.minusDays(3), 7);
            add(app, "LOGIN", today.minusDays(3), 5);
            add(app, "LOGIN_ERROR", today.minusDays(3), 2);
            add(app, "LOGIN", today.minusDays(DAYS - 1), 3);
            add(app, "LOGIN", today.minusDays(DAYS), 100);
            add(app, "SEND_RESET_PASSWORD", today.minusDays(10), 4);
            add(app, "RESET_PASSWORD", today.minusDays(9), 1);
            add(app, "VERIFY_EMAIL", today.minusDays(9), 2);
            add(app, "SEND_VERIFY_EMAIL", today.minusDays(9), 1);

            JsonPath insights = insights(app);

            assertThat(day(insights, 3)).containsEntry("succeeded", 5).containsEntry("failed", 2);
            assertThat(day(insights, DAYS - 1)).containsEntry("succeeded", 3);
            assertThat(insights.getDouble("signin_failure_rate")).isEqualTo(0.2);
            assertThat(insights.getDouble("password_reset_completion_rate")).isEqualTo(0.25);
            assertThat(insights.getDouble("verification_completion_rate")).isEqualTo(1);
            assertThat(day(insights(other), 3)).containsEntry("succeeded", 7);
        }
    }

    @Test
    void givenDaysThatWereCounted_whenSomeoneSignsIn_thenTodayIsCountedAnew() throws SQLException {
        add(app, "LOGIN", today.minusDays(2), 5);
        insights(app);
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        app.api().signin(ada.username(), "wrong").statusCode(401);
        app.api().signedIn(ada);

        JsonPath insights = insights(app);

        assertThat(day(insights, 2)).containsEntry("succeeded", 5);
        assertThat(insights.getList("signins.failed", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1);
        assertThat((Integer) insights.get("signins[29].succeeded") + (Integer) insights.get("signins[28].succeeded"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void givenADayThatWasKept_whenItsEventsGo_thenItIsStillCounted() throws SQLException {
        add(app, "LOGIN", today.minusDays(2), 5);
        add(app, "RESET_PASSWORD", today.minusDays(DAYS - 1), 1);
        await().atMost(KEPT_WITHIN).until(() -> kept(today.minusDays(2)) == 5 && kept(today.minusDays(DAYS - 1)) == 0);

        run("delete from event_entity where realm_id = ?", realmId(app));

        assertThat(day(insights(app), 2)).containsEntry("succeeded", 5);
        app.close();
        assertThat(kept(today.minusDays(2))).isEqualTo(NOT_KEPT);
    }

    @Test
    void givenAnotherNodeThatKeepsADay_whenThisOneDoesToo_thenOneOfThemHas() throws SQLException {
        LocalDate day = today.minusDays(2);
        add(app, "LOGIN", day, 5);
        try (Connection otherNode = server.database().connect()) {
            otherNode.setAutoCommit(false);
            try (PreparedStatement insert =
                    otherNode.prepareStatement("insert into heimdall_event_day (realm_id, epoch_day, signins,"
                            + " signins_failed, resets_asked, resets_done, verifications_sent, verified)"
                            + " values (?, ?, 42, 0, 0, 0, 0, 0)")) {
                insert.setString(1, realmId(app));
                insert.setLong(2, day.toEpochDay());
                insert.executeUpdate();
            }
            await().atMost(KEPT_WITHIN).until(() -> server.database().waiting("%heimdall_event_day%") > 0);
            otherNode.commit();
        }

        assertThat(kept(day)).isEqualTo(42);
        await().atMost(KEPT_WITHIN).until(() -> kept(today.minusDays(3)) == 0);
        assertThat(day(insights(app), 2)).containsEntry("succeeded", 42);
    }

    @Test
    void givenUsers_whenOneOfThemHasAFactor_thenItTellsTheirPartAndTheSessions() {
        Tokens ada = app.api().signedUp(TestUser.ada());
        app.api().signedUp(TestUser.ada());
        new MfaApi(app.api()).enrolled(ada.access(), "phone");

        JsonPath insights = insights(app);

        assertThat(insights.getLong("users")).isEqualTo(2);
        assertThat(insights.getDouble("mfa_adoption_rate")).isEqualTo(0.5);
        assertThat(insights.getLong("active_sessions")).isEqualTo(2);
    }

    @Test
    void givenAnAdminWhoMayNotSeeEvents_whenCounting_thenItIs403() {
        assertThat(RealmBoss.of(app, "view-users", "view-realm").here(Method.GET, PATH, null))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-events").here(Method.GET, PATH, null))
                .isEqualTo(200);
    }

    private static JsonPath insights(App of) {
        return of.platform()
                .as(Method.GET, PATH, null)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Map<String, Object> day(JsonPath insights, int ago) {
        List<Map<String, Object>> days = insights.getList("signins");
        return days.stream()
                .filter(day -> day.get("day").equals(today.minusDays(ago).toString()))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody has kept a day of the app afterwards. */
    private void add(App of, String type, LocalDate day, int events) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into event_entity (id, realm_id, type, event_time)"
                                + " select gen_random_uuid(), ?, ?, ? from generate_series(1, ?)")) {
            insert.setString(1, realmId(of));
            insert.setString(2, type);
            insert.setLong(3, day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli());
            insert.setInt(4, events);
            assertThat(insert.executeUpdate()).isEqualTo(events);
        }
        run("delete from heimdall_event_day where realm_id = ?", realmId(of));
    }

    /** The sign-ins that were kept of a day. */
    private long kept(LocalDate day) throws SQLException {
        return number(
                "select coalesce(max(signins), " + NOT_KEPT + ") from heimdall_event_day where realm_id = ?"
                        + " and epoch_day = " + day.toEpochDay(),
                realmId);
    }

    private void run(String statement, String realm) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, realm);
            prepared.executeUpdate();
        }
    }

    private long number(String query, String... parameters) throws SQLException {
        try (Connection connection = server.database().connect();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = prepared.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String realmId(App of) {
        return (String) of.realm().read().get("id");
    }
}
