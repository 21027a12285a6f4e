/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** An app's webhook, as an admin sees it. */
final class Hook {

    private static final String PATH = "/webhook";

    private final App app;

    Hook(App app) {
        this.app = app;
    }

    /** Has the app tell these; gives back the secret. */
    String tell(String url, String... types) {
        return put(url, List.of(types)).statusCode(200).extract().path("signing_secret");
    }

    ValidatableResponse put(Object url, Object types) {
        return app.platform().as(Method.PUT, PATH, Map.of("url", url, "event_types", types));
    }

    ValidatableResponse call(Method method, String below) {
        return app.platform().as(method, PATH + below, null);
    }

    JsonPath read() {
        return call(Method.GET, "").statusCode(200).extract().jsonPath();
    }

    List<Map<String, Object>> attempts() {
        return call(Method.GET, "/attempts")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    List<Map<String, Object>> deadLetters() {
        return call(Method.GET, "/dead-letters")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data");
    }
}
