/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.ServerDoor;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls that must succeed, by the templates of the contract; the helpers that send them hold each answer against its
 * schema.
 */
final class Walk {

    private final App app;
    private final ServerDoor door;
    private final Set<String> done = new TreeSet<>();

    Walk(App app) {
        this.app = app;
        this.door = new ServerDoor(app.server());
    }

    App app() {
        return app;
    }

    ServerDoor door() {
        return door;
    }

    /** The operations that succeeded, their parameters without names. */
    Set<String> done() {
        return Collections.unmodifiableSet(done);
    }

    /** A call of the app's own API; a bearer that is null is none. */
    JsonPath consumer(String bearer, Method method, String template, Object body, String... parameters) {
        Map<String, String> headers = bearer == null ? Map.of() : Map.of("authorization", "Bearer " + bearer);
        return consumer(method, template, app.api().request(method, filled(template, parameters), body, headers));
    }

    /** An answer of the app's own API that someone else asked for. */
    JsonPath consumer(Method method, String template, Response answer) {
        return succeeded(method, "/{}/v1" + template, answer);
    }

    /** A call of the platform's API about the app. */
    JsonPath platform(Method method, String template, Object body, String... parameters) {
        Map<String, String> headers =
                Map.of("authorization", "Bearer " + app.admin().bearer());
        return succeeded(
                method,
                "/v1/apps/{}" + template,
                app.platform().request(method, filled(template, parameters), body, headers));
    }

    /** A call of the platform's API about no one app, or another one. */
    JsonPath server(Method method, String template, Object body, String... parameters) {
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", "Bearer " + door.admin().bearer());
        return succeeded(method, "/v1" + template, door.request(method, filled(template, parameters), body, headers));
    }

    private JsonPath succeeded(Method method, String template, Response answer) {
        String operation = method + " " + template;
        assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isBetween(200, 399);
        done.add(operation);
        return answer.jsonPath();
    }

    private static String filled(String template, String... parameters) {
        String path = template;
        for (String parameter : parameters) {
            path = path.replaceFirst("\\{}", parameter);
        }
        return path;
    }
}
