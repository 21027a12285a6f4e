/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.PlatformApi;
import io.github.keycloakheimdall.ServerApi;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random input at every route there is, those of the platform with an admin's bearer: never the server's fault,
 * and a refusal always has its body. Short by default; {@code -Dheimdall.fuzz.requests=} sends more to each route,
 * {@code -Dheimdall.fuzz.seed=} others, or the same again.
 */
@OnOneDatabase
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("heimdall.fuzz.requests", 15);
    private static final long SEED = Long.getLong("heimdall.fuzz.seed", 26);
    private static final int LONGEST_NAME = 300;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final App app = App.fresh();

    /** An app that its admin may turn upside down. */
    @RegisterExtension
    static final App managed = App.fresh();

    static Stream<Route> routes() {
        return new RouteTable(ConsumerApi.class).routes().stream();
    }

    static Stream<Route> platformRoutes() {
        // One route would leave none of the others an app.
        return new RouteTable(PlatformApi.class)
                .routes().stream()
                        .filter(route -> !route.method().equals("DELETE")
                                || !route.template().isEmpty());
    }

    static Stream<Route> serverRoutes() {
        return new RouteTable(ServerApi.class).routes().stream();
    }

    @ParameterizedTest
    @MethodSource("serverRoutes")
    void givenInputOfAnAdmin_whenCallingARouteAboutNoOneApp_thenItAnswersOrRefusesInItsForm(Route route)
            throws IOException {
        fuzz("/v1", route, managed.admin().bearer());
        lengths("/v1", route, managed.admin().bearer());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenRandomInput_whenCallingTheRoute_thenItAnswersOrRefusesInItsForm(Route route) throws IOException {
        fuzz("/" + app.slug() + "/v1", route, app.api().signedUp(TestUser.ada()).access());
    }

    @ParameterizedTest
    @MethodSource("platformRoutes")
    void givenRandomInputOfAnAdmin_whenCallingThePlatformsRoute_thenItAnswersOrRefusesInItsForm(Route route)
            throws IOException {
        fuzz("/v1/apps/" + managed.slug(), route, managed.admin().bearer());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenVeryLongKeys_whenCallingTheRoute_thenItAnswersOrRefusesInItsForm(Route route) throws IOException {
        lengths(
                "/" + app.slug() + "/v1",
                route,
                app.api().signedUp(TestUser.ada()).access());
    }

    @ParameterizedTest
    @MethodSource("platformRoutes")
    void givenVeryLongKeysOfAnAdmin_whenCallingThePlatformsRoute_thenItAnswersOrRefusesInItsForm(Route route)
            throws IOException {
        lengths("/v1/apps/" + managed.slug(), route, managed.admin().bearer());
    }

    private static void lengths(String root, Route route, String live) throws IOException {
        Object body = route.method().equals("GET") ? null : Map.of();
        for (String segment : VeryLong.SEGMENTS) {
            String path = root + PARAMETER.matcher(route.template()).replaceAll(Matcher.quoteReplacement(segment));
            check(route, path, body, Map.of("Authorization", "Bearer " + live));
        }
        String path = root + PARAMETER.matcher(route.template()).replaceAll("x");
        for (String query : VeryLong.QUERIES) {
            check(route, path + query, body, Map.of("Authorization", "Bearer " + live));
        }
        for (Map<String, String> headers : VeryLong.HEADERS) {
            Map<String, String> all = new HashMap<>(Map.of("Authorization", "Bearer " + live));
            all.putAll(headers);
            check(route, path, body, all);
        }
    }

    private static void check(Route route, String path, Object body, Map<String, String> headers) throws IOException {
        HttpResponse<String> answer = RawHttp.send(app.server(), route.method(), path, body, headers);
        String request = "%s %s %s".formatted(route.method(), path, headers);
        refusesInItsForm(route, answer, request.substring(0, Math.min(request.length(), LONGEST_NAME)));
    }

    private static void fuzz(String root, Route route, String live) throws IOException {
        String name = route.method() + " " + route.template();
        RandomInput random = new RandomInput(SEED + name.hashCode());
        for (int i = 0; i < REQUESTS; i++) {
            String path = random.path(route);
            Object body = route.method().equals("GET") ? null : random.body(route);
            Map<String, String> headers = random.headers(live);
            HttpResponse<String> answer = RawHttp.send(app.server(), route.method(), root + path, body, headers);

            String request = "%s of seed %d, request %d: %s %s %s".formatted(name, SEED, i, path, headers, body);
            refusesInItsForm(route, answer, request);
        }
    }

    /** A browser comes there by itself; nobody's program looks at the answer. */
    private static boolean isReadInABrowser(Route route, HttpResponse<String> answer) {
        return route.template().matches("/auth/oauth/\\{provider}/(callback|link)")
                && answer.headers()
                        .firstValue("content-type")
                        .filter(type -> type.startsWith("text/plain"))
                        .isPresent();
    }

    /** A sound body gets as far as the provider, which a random name is not. */
    private static boolean isWithoutProvider(Route route, HttpResponse<String> answer) {
        return route.template().equals("/auth/oauth/{provider}")
                && answer.statusCode() == 503
                && answer.body().contains("PROVIDER_NOT_CONFIGURED");
    }

    private static void refusesInItsForm(Route route, HttpResponse<String> answer, String request) throws IOException {
        if (!isWithoutProvider(route, answer)) {
            assertThat(answer.statusCode()).as(request).isLessThan(500);
        }
        if (isReadInABrowser(route, answer)) {
            assertThat(answer.body()).as(request).startsWith("This sign-in cannot be completed");
            return;
        }
        // Headers of that size never reach a route.
        if (answer.statusCode() >= 400 && answer.statusCode() != HEADERS_TOO_LARGE) {
            assertThat(answer.headers().firstValue("content-type")).as(request).contains("application/json");
            JsonNode refusal = JSON.readTree(answer.body());
            assertThat(refusal.path("statusCode").asInt()).as(request).isEqualTo(answer.statusCode());
            assertThat(refusal.path("message").asText()).as(request).isNotBlank();
            assertThat(answer.body()).as(request).doesNotContain("Exception", "org.keycloak", "java.");
        }
    }
}
