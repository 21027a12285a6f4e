/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys at the platform API, and the one route of the guide that can ask for one. */
class ApiKeysIT {

    private static final String KEYS = "/api-keys";

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.signup_requires_pak", "true");

    @RegisterExtension
    static final App other = App.fresh();

    @Test
    void givenAnAdmin_whenMakingAKey_thenItIsShownOnceAndListedByItsPrefix() {
        JsonPath made = app.platform()
                .as(Method.POST, KEYS, body("auth.user.verify.create", "user.list"))
                .statusCode(201)
                .body("permissions", contains("auth.user.verify.create", "user.list"))
                .extract()
                .jsonPath();

        String key = made.getString("key");
        assertThat(key).matches("hdk_live_[A-Za-z0-9_-]{43}").startsWith(made.getString("key_prefix"));
        assertThat(made.getString("key_prefix")).hasSize(16);
        app.platform()
                .as(Method.GET, KEYS, null)
                .statusCode(200)
                .body("data.key_prefix", hasItem(made.getString("key_prefix")))
                .body("data", everyItem(not(hasKey("key"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heimdall.signup.create", "auth.signup.create"})
    void givenAKeyWithEitherName_whenSigningUp_thenTheUserIsMade(String permission) {
        signup(app.platform().key(permission)).statusCode(200).body("access_token", notNullValue());
    }

    @Test
    void givenNoKey_whenSigningUp_thenUnauthorized() {
        app.api().signup(TestUser.ada()).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hdk_live_",
                "hdk_live_short",
                "hdk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "pcft_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void givenAnUnknownKey_whenSigningUp_thenUnauthorized(String key) {
        signup(key).statusCode(401).body("statusCode", equalTo(401));
    }

    @Test
    void givenAKeyOfAnotherApp_whenSigningUp_thenUnauthorized() {
        signup(other.platform().key("auth.signup.create")).statusCode(401);
    }

    @Test
    void givenAKeyWithoutThePermission_whenSigningUp_thenForbiddenAndNamed() {
        signup(app.platform().key("user.list"))
                .statusCode(403)
                .body("message", equalTo("Missing permission: auth.signup.create"));
    }

    @Test
    void givenARevokedKey_whenSigningUp_thenUnauthorized() {
        JsonPath made = app.platform()
                .as(Method.POST, KEYS, body("auth.signup.create"))
                .extract()
                .jsonPath();

        app.platform()
                .as(Method.DELETE, KEYS + '/' + made.getString("id"), null)
                .statusCode(204);

        signup(made.getString("key")).statusCode(401);
        app.platform()
                .as(Method.DELETE, KEYS + '/' + made.getString("id"), null)
                .statusCode(404);
    }

    @Test
    void givenAKeyOfAnotherApp_whenRevokingItHere_thenNotFoundAndItLives() {
        String id = other.platform()
                .as(Method.POST, KEYS, body("user.list"))
                .extract()
                .path("id");

        app.platform().as(Method.DELETE, KEYS + '/' + id, null).statusCode(404);

        other.platform().as(Method.GET, KEYS, null).body("data.id", hasItem(id));
    }

    @Test
    void givenAUsedKey_whenListing_thenItsLastUseShows() {
        JsonPath made = app.platform()
                .as(Method.POST, KEYS, body("auth.signup.create"))
                .extract()
                .jsonPath();
        String row = "data.find { it.id == '" + made.getString("id") + "' }.last_used_at";
        app.platform().as(Method.GET, KEYS, null).body(row, nullValue());

        signup(made.getString("key")).statusCode(200);

        app.platform().as(Method.GET, KEYS, null).body(row, notNullValue());
    }

    @Test
    void givenAnExpiry_whenItIsPast_thenTheKeyIsRefused() throws InterruptedException {
        String soon = Instant.now().plusSeconds(2).toString();
        String key = app.platform()
                .as(
                        Method.POST,
                        KEYS,
                        Map.of("name", "short", "permissions", List.of("auth.signup.create"), "expires_at", soon))
                .statusCode(201)
                .extract()
                .path("key");

        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (signup(key).extract().statusCode() != 401) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    @Test
    void givenAnIdempotencyKey_whenRepeated_thenTheSameAnswerOrAConflict() {
        String first = app.platform()
                .once("retry-1", Method.POST, KEYS, body("user.list"))
                .statusCode(201)
                .extract()
                .asString();

        String again = app.platform()
                .once("retry-1", Method.POST, KEYS, body("user.list"))
                .statusCode(201)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        app.platform()
                .once("retry-1", Method.POST, KEYS, body("user.read"))
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSE"));
        other.platform().once("retry-1", Method.POST, KEYS, body("user.read")).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ä"})
    void givenAnIdempotencyKeyThatIsNone_whenMakingAKey_then400AndNothingIsMade(String key) {
        Map<String, Object> body = Map.of("name", "Not made", "permissions", List.of("user.list"));

        app.platform().once(key, Method.POST, KEYS, body).statusCode(400);

        app.platform().as(Method.GET, KEYS, null).body("data.findAll { it.name == 'Not made' }", hasSize(0));
    }

    @Test
    void givenAnIdempotencyKey_whenSentAtOnce_thenOneKeyIsMade() {
        List<String> answers = AtOnce.run(4, i -> app.platform()
                .once("at-once", Method.POST, KEYS, Map.of("name", "At once", "permissions", List.of("user.list")))
                .statusCode(201)
                .extract()
                .asString());

        assertThat(answers).hasSize(4).containsOnly(answers.get(0));
        app.platform().as(Method.GET, KEYS, null).body("data.findAll { it.name == 'At once' }", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"x\"}",
                "{\"name\":\"\",\"permissions\":[\"user.list\"]}",
                "{\"name\":1,\"permissions\":[\"user.list\"]}",
                "{\"name\":\"x\\u0000\",\"permissions\":[\"user.list\"]}",
                "{\"name\":\"x\",\"permissions\":[]}",
                "{\"name\":\"x\",\"permissions\":[null]}",
                "{\"name\":\"x\",\"permissions\":[\"no.such\"]}",
                "{\"name\":\"x\",\"permissions\":[\"user.list\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"permissions\":[\"user.list\"],\"expires_at\":\"+999999999-01-01T00:00:00Z\"}"
            })
    void givenABadBody_whenMakingAKey_thenBadRequest(String body) {
        app.platform().as(Method.POST, KEYS, body).statusCode(400);
    }

    @Test
    void givenNobodyAnEndUserOrAKey_whenListingKeys_thenUnauthorized() {
        String member = other.api().signedUp(TestUser.ada()).access();
        String key = other.platform().key("user.list");

        for (String bearer : List.of(member, key, "nonsense")) {
            other.platform()
                    .request(Method.GET, KEYS, null, Map.of("authorization", "Bearer " + bearer))
                    .then()
                    .statusCode(401);
        }
        other.platform().request(Method.GET, KEYS, null, Map.of()).then().statusCode(401);
    }

    private static ValidatableResponse signup(String key) {
        return app.api().as(key, Method.POST, "/auth/signup", TestUser.ada().signup());
    }

    private static Map<String, Object> body(String... permissions) {
        return Map.of("name", "A backend", "permissions", List.of(permissions));
    }
}
