/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes that take no body do not look at one, as Keycloak's own. */
@OnOneDatabase
class BodylessRoutesIT {

    private static final String JSON = "application/json";

    @RegisterExtension
    static final App app = App.fresh();

    private static Tokens ada;
    private static String contact;

    @BeforeAll
    static void signUp() {
        ada = app.api().signedUp(TestUser.ada());
        contact = app.api()
                .addContact(ada.access(), "email", TestUser.named("home").email())
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givenAnyBody_whenARouteTakesNone_thenTheAnswerIsAsWithoutOne(String type, Object body) {
        assertThat(consumer(Method.POST, "/me/contacts/" + contact + "/promote", type, body))
                .isEqualTo(409);
        assertThat(consumer(Method.POST, "/me/mfa/recovery-codes/regenerate", type, body))
                .isEqualTo(consumer(Method.POST, "/me/mfa/recovery-codes/regenerate", JSON, null));
        assertThat(consumer(Method.DELETE, "/me/contacts/nobody", type, body)).isEqualTo(404);
        assertThat(consumer(Method.GET, "/me", type, body)).isEqualTo(200);
        assertThat(platform(Method.POST, "/end-users/nobody/sessions/revoke-all", type, body))
                .isEqualTo(404);
        assertThat(platform(Method.POST, "/end-users/" + ada.userId() + "/resend-verification", type, body))
                .isEqualTo(201);
        assertThat(platform(Method.POST, "/credentials/nobody/rotate", type, body))
                .isEqualTo(404);
        assertThat(platform(Method.DELETE, "/tenants/nobody", type, body)).isEqualTo(404);
    }

    @Test
    void givenABody_whenSessionsAreRevoked_thenTheyAre() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        assertThat(platform(Method.POST, "/end-users/" + eve.userId() + "/sessions/revoke-all", JSON, "{\"except\":"))
                .isEqualTo(204);

        app.api().me(eve.access()).statusCode(401);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(JSON, "{}"),
                Arguments.of(JSON, "{\"refresh_token\": 1"),
                Arguments.of(JSON, "null"),
                Arguments.of(JSON, "[\"\\ud800\"]"),
                Arguments.of("text/plain", "anything"),
                Arguments.of("application/xml", "<a/>"),
                Arguments.of("application/x-www-form-urlencoded", "a=b"),
                Arguments.of("text/html", "<"));
    }

    private static int consumer(Method method, String path, String type, Object body) {
        return app.api()
                .request(method, path, body, headers(ada.access(), type))
                .statusCode();
    }

    private static int platform(Method method, String path, String type, Object body) {
        return app.platform()
                .request(method, path, body, headers(app.admin().bearer(), type))
                .statusCode();
    }

    private static Map<String, String> headers(String bearer, String type) {
        Map<String, String> headers = new HashMap<>(Map.of("authorization", "Bearer " + bearer));
        headers.put("content-type", type);
        return headers;
    }
}
