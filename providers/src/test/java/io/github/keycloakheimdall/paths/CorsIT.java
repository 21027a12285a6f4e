/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call from a browser: the web origins of the client {@code heimdall}. */
class CorsIT {

    private static final String SPA = "https://spa.example.com";

    @RegisterExtension
    static final App app = App.fresh();

    @BeforeAll
    static void allowTheSpa() {
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        client.put("webOrigins", List.of(SPA));
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
    }

    @Test
    void givenAnAllowedOrigin_whenAskingFirst_thenTheMethodsAndHeadersAreNamed() {
        preflight(SPA, "/auth/signin")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo(SPA))
                .header("Access-Control-Allow-Methods", equalTo("POST"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Vary", containsString("Origin"));
    }

    @Test
    void givenAnAllowedOrigin_whenCalling_thenAllowedAlsoForARefusal() {
        app.api()
                .request(Method.GET, "/me", null, Map.of("Origin", SPA))
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo(SPA))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @MethodSource("otherOrigins")
    void givenAnotherOrigin_whenAskingFirst_thenNotAllowed(String origin) {
        preflight(origin, "/auth/signin").statusCode(204).header("Access-Control-Allow-Origin", nullValue());
    }

    @ParameterizedTest
    @MethodSource("otherOrigins")
    void givenAnotherOrigin_whenCalling_thenNotAllowedEither(String origin) {
        app.api()
                .request(Method.GET, "/me", null, Map.of("Origin", origin))
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("Origin"));
    }

    @Test
    void givenAnOriginOfOneApp_whenCallingAnother_thenNotAllowed() {
        try (App other = App.fresh().createOn(app.server())) {
            other.api()
                    .request(Method.GET, "/me", null, Map.of("Origin", SPA))
                    .then()
                    .statusCode(401)
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    static List<String> otherOrigins() {
        return List.of(
                "https://evil.example.com",
                "https://spa.example.com.evil.com",
                "https://evil-spa.example.com",
                "https://spa.example.com@evil.com",
                "https://spa.example.com%60.evil.com",
                "https://spa.example.com, https://evil.example.com",
                "https://spa.example.com/",
                "http://spa.example.com",
                "https://spa.example.com:444",
                "file://",
                "null",
                "*");
    }

    private static ValidatableResponse preflight(String origin, String path) {
        return app.api()
                .request(Method.OPTIONS, path, null, Map.of("Origin", origin, "Access-Control-Request-Method", "POST"))
                .then();
    }
}
