/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of the API in Keycloak's own metrics. */
@LooksIntoTheServer
class MetricsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final Pattern METRIC = Pattern.compile("heimdall_\\w+");
    private static final Pattern GROUPED_BY = Pattern.compile("by \\(([^)]+)\\)");

    private static URI management;

    @BeforeAll
    static void findMetrics(ServerOnPostgres server) {
        management = server.server().managementUri();
    }

    @Test
    void givenRequests_whenReadingTheMetrics_thenTheyAreTimedByRouteAndOutcome() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        List<String> before = metrics();

        app.api().me(tokens.access()).statusCode(200);
        app.api().me("forged").statusCode(401);
        app.api().revokeSession(tokens.access(), "no-such-session").statusCode(404);

        assertThat(List.of(
                        counter("requests_seconds_count", "GET", "/{slug}/v1/me", "outcome=\"served\""),
                        counter("requests_seconds_count", "GET", "/{slug}/v1/me", "outcome=\"refused\""),
                        counter("refusals_total", "GET", "/{slug}/v1/me", "status=\"401\""),
                        counter("refusals_total", "DELETE", "/{slug}/v1/me/sessions/{id}", "status=\"404\"")))
                .allSatisfy(counter -> assertCountedOnce(counter, before));
    }

    @Test
    void givenABusyRoute_whenReadingTheMetrics_thenItsTimesAreInBuckets() {
        Tokens tokens = app.api().signedUp(TestUser.named("bucket"));
        List<String> before = metrics();

        app.api().me(tokens.access()).statusCode(200);
        app.api().sessions(tokens.access()).statusCode(200);

        assertThat(List.of(
                        counter("requests_seconds_bucket", "GET", "/{slug}/v1/me", "le=\"10.0\""),
                        counter("requests_seconds_bucket", "GET", "/{slug}/v1/me", "le=\"+Inf\"")))
                .allSatisfy(counter -> assertCountedOnce(counter.and(line -> line.contains("\"served\"")), before));
        assertThat(metrics())
                .anyMatch(counter("requests_seconds_count", "GET", "/{slug}/v1/me/sessions", "outcome=\"served\""))
                .noneMatch(counter("requests_seconds_bucket", "GET", "/{slug}/v1/me/sessions", "le="));
    }

    @Test
    void givenMadeUpPathsAndMethods_whenReadingTheMetrics_thenTheyShareOneSeries() {
        List<String> before = metrics();

        app.api().request(Method.GET, "/made/up", null, Map.of()).then().statusCode(404);
        app.api().request(Method.PUT, "/me", null, Map.of()).then().statusCode(405);

        assertThat(List.of(
                        counter("refusals_total", "none", "none", "status=\"404\""),
                        counter("refusals_total", "none", "none", "status=\"405\"")))
                .allSatisfy(counter -> assertCountedOnce(counter, before));
        assertThat(metrics()).noneMatch(line -> line.contains("made") || line.contains(app.slug()));
    }

    @Test
    void givenAnAppThatLacksSomething_whenReadingTheMetrics_thenAGaugeSaysHowMuchUntilItIsCured() {
        App lacking = App.fresh().createOn(app.server());
        String gauge = "heimdall_health_findings{realm=\"" + lacking.slug() + "\",severity=\"warning\"";
        try {
            lacking.set("heimdall.signup_default_role", "nobody");
            assertThat(metrics()).anyMatch(line -> line.startsWith(gauge) && line.endsWith(" 1.0"));

            lacking.set("heimdall.signup_default_role", null);
            assertThat(metrics()).noneMatch(line -> line.startsWith(gauge));
            lacking.set("heimdall.signup_default_role", "nobody");
        } finally {
            lacking.close();
        }
        assertThat(metrics()).noneMatch(line -> line.startsWith(gauge));
    }

    @Test
    void givenTheDashboard_whenItAsksForAMetric_thenTheServerHasItWithItsLabels() throws IOException {
        Tokens tokens = app.api().signedUp(TestUser.named("dash"));
        app.api().me(tokens.access()).statusCode(200);
        app.api().me("forged").statusCode(401);
        List<String> metrics = metricsWithMailsLimitsAndFindings();

        JsonNode panels = new ObjectMapper()
                .readTree(Path.of("..", "docs", "grafana-dashboard.json").toFile())
                .get("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            String query = panel.at("/targets/0/expr").asText();
            assertThat(METRIC.matcher(query).results().map(MatchResult::group))
                    .as(query)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(metrics).anyMatch(line -> line.matches(name + "[{ ].*")));
            assertThat(GROUPED_BY
                            .matcher(query)
                            .results()
                            .flatMap(labels -> Stream.of(labels.group(1).split(", "))))
                    .as(query)
                    .allSatisfy(label -> assertThat(metrics).anyMatch(line -> line.contains(label + "=\"")));
        });
    }

    /** What there is once a mail went out, an app lacked something, and someone called it too often. */
    private static List<String> metricsWithMailsLimitsAndFindings() {
        App busy = App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .with("heimdall.rate_limit_signin_per_minute", "1")
                .withRealm("smtpServer", MailServer.smtp());
        try (busy) {
            busy.createOn(app.server());
            TestUser ada = TestUser.ada();
            busy.api().signedUp(ada);
            busy.api().signin(ada).statusCode(200);
            busy.api().signin(ada).statusCode(429);
            busy.set("heimdall.signup_default_role", "nobody");
            return await().until(MetricsIT::metrics, lines -> lines.stream()
                    .anyMatch(line -> line.startsWith("heimdall_mails_total{")));
        }
    }

    private static Predicate<String> counter(String meter, String method, String route, String outcome) {
        return line -> line.startsWith("heimdall_" + meter + "{")
                && line.contains("method=\"" + method + "\"")
                && line.contains("route=\"" + route + "\"")
                && line.contains(outcome);
    }

    private static void assertCountedOnce(Predicate<String> counter, List<String> before) {
        assertThat(value(counter, metrics())).isEqualTo(value(counter, before) + 1);
    }

    /** What it counted so far; there is no line before the first time. */
    private static double value(Predicate<String> counter, List<String> metrics) {
        return metrics.stream()
                .filter(counter)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<String> metrics() {
        return RestAssured.get(management + "/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("heimdall_"))
                .toList();
    }
}
