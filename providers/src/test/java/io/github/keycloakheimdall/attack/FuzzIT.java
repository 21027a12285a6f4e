/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.PlatformApi;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random input at every route there is, those of the platform with an administrator's bearer: never the server's fault, and a refusal always has its body. Short by default;
 * {@code -Dheimdall.fuzz.requests=} sends more to each route, {@code -Dheimdall.fuzz.seed=} others, or the same again.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("heimdall.fuzz.requests", 15);
    private static final long SEED = Long.getLong("heimdall.fuzz.seed", 26);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final App app = App.fresh();

    /** An app that its administrator may turn upside down. */
    @RegisterExtension
    static final App managed = App.fresh();

    static Stream<Route> routes() {
        return new RouteTable(ConsumerApi.class).routes().stream();
    }

    static Stream<Route> platformRoutes() {
        return new RouteTable(PlatformApi.class).routes().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenRandomInput_whenCallingTheRoute_thenItAnswersOrRefusesInItsForm(Route route)
            throws IOException, InterruptedException {
        fuzz("/" + app.slug() + "/v1", route, app.api().signedUp(TestUser.ada()).access());
    }

    @ParameterizedTest
    @MethodSource("platformRoutes")
    void givenRandomInputOfAnAdministrator_whenCallingThePlatformsRoute_thenItAnswersOrRefusesInItsForm(Route route)
            throws IOException, InterruptedException {
        fuzz("/v1/apps/" + managed.slug(), route, managed.admin().bearer());
    }

    private static void fuzz(String root, Route route, String live) throws IOException, InterruptedException {
        String name = route.method() + " " + route.template();
        RandomInput random = new RandomInput(SEED + name.hashCode());
        for (int i = 0; i < REQUESTS; i++) {
            String path = random.path(route);
            Object body = route.method().equals("GET") ? null : random.body(route);
            Map<String, String> headers = random.headers(live);
            HttpResponse<String> answer = send(route.method(), root + path, body, headers);

            String request = "%s of seed %d, request %d: %s %s %s".formatted(name, SEED, i, path, headers, body);
            assertThat(answer.statusCode()).as(request).isLessThan(500);
            if (answer.statusCode() >= 400) {
                assertThat(answer.headers().firstValue("content-type"))
                        .as(request)
                        .contains("application/json");
                JsonNode refusal = JSON.readTree(answer.body());
                assertThat(refusal.path("statusCode").asInt()).as(request).isEqualTo(answer.statusCode());
                assertThat(refusal.path("message").asText()).as(request).isNotBlank();
                assertThat(answer.body()).as(request).doesNotContain("Exception", "org.keycloak", "java.");
            }
        }
    }

    /** Sends as it is what the other tests' client would set right. */
    private static HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        byte[] bytes = body == null || body instanceof byte[] ? (byte[]) body : JSON.writeValueAsBytes(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(app.server().baseUri() + path))
                .method(method, bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        if (bytes != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
