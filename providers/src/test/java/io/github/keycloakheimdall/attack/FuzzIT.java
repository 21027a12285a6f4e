/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random input at every route there is: never the server's fault, and a refusal always has its body. Short by default;
 * {@code -Dheimdall.fuzz.requests=} sends more to each route, {@code -Dheimdall.fuzz.seed=} others, or the same again.
 */
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("heimdall.fuzz.requests", 15);
    private static final long SEED = Long.getLong("heimdall.fuzz.seed", 26);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final App app = App.fresh();

    static Stream<Route> routes() {
        return new RouteTable(ConsumerApi.class).routes().stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void givenRandomInput_whenCallingTheRoute_thenItAnswersOrRefusesInItsForm(Route route)
            throws JsonProcessingException {
        String name = route.method() + " " + route.template();
        RandomInput random = new RandomInput(SEED + name.hashCode());
        String live = app.api().signedUp(TestUser.ada()).access();
        for (int i = 0; i < REQUESTS; i++) {
            String path = random.path(route);
            Object body = route.method().equals("GET") ? null : random.body(route);
            Object sent = body == null || body instanceof byte[] ? body : JSON.writeValueAsString(body);
            Map<String, String> headers = random.headers(live);
            Response answer = app.api().request(Method.valueOf(route.method()), path, sent, headers);

            String request = "%s of seed %d, request %d: %s %s %s".formatted(name, SEED, i, path, headers, body);
            assertThat(answer.statusCode()).as(request).isLessThan(500);
            if (answer.statusCode() >= 400) {
                assertThat(answer.contentType()).as(request).startsWith("application/json");
                assertThat(answer.jsonPath().getInt("statusCode")).as(request).isEqualTo(answer.statusCode());
                assertThat(answer.jsonPath().getString("message")).as(request).isNotBlank();
                assertThat(answer.asString()).as(request).doesNotContain("Exception", "org.keycloak", "java.");
            }
        }
    }
}
