/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator sees of the API in Keycloak's own metrics. On a server of its own, which has them enabled. */
@Tag("own-server")
class MetricsIT {

    private static final KeycloakServer SERVER = KeycloakServer.builder()
            .name("metrics")
            .option("--metrics-enabled=true")
            .build();

    private static final Pattern METRIC = Pattern.compile("heimdall_\\w+");
    private static final Pattern GROUPED_BY = Pattern.compile("by \\(([^)]+)\\)");

    private static App app;

    @BeforeAll
    static void start() {
        SERVER.start();
        app = App.fresh().createOn(SERVER);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void givenRequests_whenReadingTheMetrics_thenTheyAreTimedByRouteAndOutcome() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        app.api().me(tokens.access()).statusCode(200);
        app.api().me("forged").statusCode(401);
        app.api().revokeSession(tokens.access(), "no-such-session").statusCode(404);

        List<String> metrics = metrics();

        assertThat(metrics)
                .anyMatch(counts("requests_seconds_count", "GET", "/{slug}/v1/me", "outcome=\"served\""))
                .anyMatch(counts("requests_seconds_count", "GET", "/{slug}/v1/me", "outcome=\"refused\""))
                .anyMatch(counts("refusals_total", "GET", "/{slug}/v1/me", "status=\"401\""))
                .anyMatch(counts("refusals_total", "DELETE", "/{slug}/v1/me/sessions/{id}", "status=\"404\""));
    }

    @Test
    void givenMadeUpPathsAndMethods_whenReadingTheMetrics_thenTheyShareOneSeries() {
        app.api().request(Method.GET, "/made/up", null, Map.of()).then().statusCode(404);
        app.api().request(Method.PUT, "/me", null, Map.of()).then().statusCode(405);

        List<String> metrics = metrics();

        assertThat(metrics)
                .anyMatch(counts("refusals_total", "none", "none", "status=\"404\""))
                .anyMatch(counts("refusals_total", "none", "none", "status=\"405\""))
                .noneMatch(line -> line.contains("made") || line.contains(app.slug()));
    }

    @Test
    void givenTheDashboard_whenItAsksForAMetric_thenTheServerHasItWithItsLabels() throws IOException {
        Tokens tokens = app.api().signedUp(TestUser.named("dash"));
        app.api().me(tokens.access()).statusCode(200);
        app.api().me("forged").statusCode(401);
        List<String> metrics = metrics();

        JsonNode panels = new ObjectMapper()
                .readTree(Path.of("..", "docs", "grafana-dashboard.json").toFile())
                .get("panels");

        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            String query = panel.at("/targets/0/expr").asText();
            assertThat(METRIC.matcher(query).results().map(MatchResult::group))
                    .as(query)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(metrics).anyMatch(line -> line.startsWith(name + "{")));
            assertThat(GROUPED_BY
                            .matcher(query)
                            .results()
                            .flatMap(labels -> Stream.of(labels.group(1).split(", "))))
                    .as(query)
                    .allSatisfy(label -> assertThat(metrics).anyMatch(line -> line.contains(label + "=\"")));
        });
    }

    private static Predicate<String> counts(String meter, String method, String route, String outcome) {
        return line -> line.startsWith("heimdall_" + meter + "{")
                && line.contains("method=\"" + method + "\"")
                && line.contains("route=\"" + route + "\"")
                && line.contains(outcome);
    }

    private static List<String> metrics() {
        return RestAssured.get(SERVER.managementUri() + "/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("heimdall_"))
                .toList();
    }
}
