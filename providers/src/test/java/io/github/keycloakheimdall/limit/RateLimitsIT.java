/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often an address may call. The server trusts no forwarded address. */
@OnOneDatabase
class RateLimitsIT {

    private static final String SPA = "https://spa.example.com";

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenALimitOfSignups_whenOneMoreComes_thenItHasToWaitAndIsToldHowLong() {
        try (App limited = limited("signup", "3")) {
            for (int i = 0; i < 3; i++) {
                limited.api().signup(TestUser.ada()).statusCode(200);
            }

            Response refused = limited.api()
                    .signup(TestUser.ada())
                    .statusCode(429)
                    .body("statusCode", equalTo(429))
                    .body("code", equalTo("RATE_LIMITED"))
                    .body("message", equalTo("Too many requests"))
                    .extract()
                    .response();

            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void givenALimitThatIsReached_whenCallingFromABrowser_thenTheAnswerIsTheBrowsersToRead() {
        try (App limited = limited("signin", "1")) {
            Map<String, Object> client = new HashMap<>(limited.realm().client("heimdall"));
            client.put("webOrigins", List.of(SPA));
            limited.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
            call(limited.api(), "/auth/signin", Map.of()).statusCode(400);

            call(limited.api(), "/auth/signin", Map.of("Origin", SPA))
                    .statusCode(429)
                    .header("Access-Control-Allow-Origin", equalTo(SPA))
                    .header("Access-Control-Expose-Headers", containsString("Retry-After"));
        }
    }

    @Test
    void givenALimitOfSignins_whenABrowserStartsOneMoreAtAProvider_thenItHasToWait() {
        try (App limited = limited("signin", "1")) {
            String start = "/auth/oauth/example/authorize?return_to=https://spa.example.com";
            limited.api().request(Method.GET, start, null, Map.of()).then().statusCode(400);

            limited.api().request(Method.GET, start, null, Map.of()).then().statusCode(429);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "signup,  /auth/signup,  /auth/accept-invite",
        "signin,  /auth/signin,  /auth/mfa/verify",
        "signin,  /auth/signin,  /auth/mfa/recover",
        "signin,  /auth/signin,  /auth/mfa/send-code",
        "signin,  /auth/signin,  /me/mfa/step-up/send-code",
        "signin,  /auth/signin,  /me/change-password",
        "signin,  /auth/signin,  /me/mfa/step-up",
        "signin,  /auth/signin,  /auth/verify",
        "signin,  /auth/signin,  /auth/oauth/exchange",
        "refresh, /auth/refresh, /auth/logout",
        "codes,   /auth/verify,  /auth/reset-password",
        "codes,   /auth/verify,  /auth/request-verification",
        "codes,   /auth/verify,  /auth/send-verification-email",
        "codes,   /auth/verify,  /auth/request-password-reset",
        "codes,   /auth/verify,  /auth/send-password-reset-email",
        "codes,   /auth/verify,  /me/contacts",
        "token,   /oauth/token,  /oauth/introspect",
    })
    void givenALimitThatIsReached_whenCallingAnotherRouteOfItsKind_thenThatHasToWaitToo(
            String what, String route, String sibling) {
        try (App limited = limited(what, "1")) {
            call(limited.api(), route, Map.of()).statusCode(400);

            call(limited.api(), sibling, Map.of()).statusCode(429);
        }
    }

    @Test
    void givenALimitThatIsReached_whenCallingOtherRoutes_thenTheyAnswer() {
        try (App limited = limited("signup", "1")) {
            TestUser ada = TestUser.ada();
            Tokens tokens = limited.api().signedUp(ada);
            limited.api().signup(TestUser.ada()).statusCode(429);

            limited.api().signin(ada).statusCode(200);
            limited.api().me(tokens.access()).statusCode(200);
            limited.api().refresh(tokens.refresh()).statusCode(200);
        }
    }

    @Test
    void givenALimitThatIsReached_whenCallingUnderTheOtherPath_thenItIsTheSameLimit() {
        try (App limited = limited("signup", "1")) {
            limited.api().signup(TestUser.ada()).statusCode(200);

            HeimdallApi.underRealms(limited.server().baseUri(), limited.slug())
                    .signup(TestUser.ada())
                    .statusCode(429);
        }
    }

    @Test
    void givenALimitThatIsReached_whenAnotherAppIsCalled_thenItAnswers() {
        try (App limited = limited("signup", "1")) {
            limited.api().signup(TestUser.ada()).statusCode(200);
            limited.api().signup(TestUser.ada()).statusCode(429);

            app.api().signup(TestUser.ada()).statusCode(200);
        }
    }

    @Test
    void givenALimitThatIsReached_whenTheBodyIsNone_thenNobodyReadsIt() {
        try (App limited = limited("signin", "1")) {
            call(limited.api(), "/auth/signin", Map.of()).statusCode(400);

            limited.api()
                    .request(Method.POST, "/auth/signin", "{", Map.of())
                    .then()
                    .statusCode(429);
        }
    }

    @Test
    void givenTheAppsOwnKey_whenCallingOften_thenNothingIsCounted() {
        try (App limited = limited("signin", "1")) {
            TestUser ada = TestUser.ada();
            limited.api().signedUp(ada);
            String key = limited.platform().key("heimdall.signup.create");
            for (int i = 0; i < 5; i++) {
                signin(limited, ada, key).statusCode(200);
            }

            limited.api().signin(ada).statusCode(200);
            limited.api().signin(ada).statusCode(429);
            signin(limited, ada, key).statusCode(200);
        }
    }

    @Test
    void givenAKeyThatIsNone_whenCallingOften_thenCounted() {
        try (App limited = limited("signin", "2")) {
            TestUser ada = TestUser.ada();
            limited.api().signedUp(ada);
            signin(limited, ada, app.platform().key("heimdall.signup.create")).statusCode(200);
            signin(limited, ada, "hdk_live_" + "a".repeat(43)).statusCode(200);

            signin(limited, ada, "hdk_live_" + "b".repeat(43)).statusCode(429);
        }
    }

    @Test
    void givenManyKeysThatAreNone_whenMoreCome_thenNoKeyOfThatAddressIsLookedUp() {
        try (App limited = limited("signin", "1")) {
            TestUser ada = TestUser.ada();
            limited.api().signedUp(ada);
            String key = limited.platform().key("heimdall.signup.create");
            for (int i = 0; i < 70; i++) {
                signin(limited, ada, "hdk_live_" + "a".repeat(40) + "%03d".formatted(i));
            }

            signin(limited, ada, key).statusCode(429);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 192.0.2.7",
        "X-Real-IP,       192.0.2.7",
        "Forwarded,       for=192.0.2.7",
    })
    void givenAForwardedAddressThatNobodyVouchesFor_whenCalling_thenItIsTheSameAddress(String header, String value) {
        try (App limited = limited("signin", "1")) {
            call(limited.api(), "/auth/signin", Map.of()).statusCode(400);

            call(limited.api(), "/auth/signin", Map.of(header, value)).statusCode(429);
        }
    }

    @Test
    void givenALimitThatIsReached_whenMoreIsRefused_thenNoEventTellsOfIt() {
        try (App limited = limited("signin", "2")) {
            for (int i = 0; i < 2; i++) {
                limited.api().signin("nobody", "wrong").statusCode(401);
            }
            for (int i = 0; i < 5; i++) {
                limited.api().signin("nobody", "wrong").statusCode(429);
            }

            assertThat(limited.realm().events("LOGIN_ERROR")).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"signup, /auth/signup, 60", "codes, /auth/verify, 60", "signin, /auth/signin, 300"})
    void givenAMisspeltLimit_whenCallingOften_thenTheDefaultHolds(String what, String route, int limit) {
        try (App limited = limited(what, "-1")) {
            long answered = 0;
            while (answered <= 2L * limit
                    && call(limited.api(), route, Map.of()).extract().statusCode() == 400) {
                answered++;
            }

            assertThat(answered).isBetween((long) limit, 2L * limit);
        }
    }

    @Test
    void givenNoLimit_whenCallingOften_thenAnswered() {
        try (App unlimited = limited("codes", "0")) {
            for (int i = 0; i < 70; i++) {
                call(unlimited.api(), "/auth/verify", Map.of()).statusCode(400);
            }
        }
    }

    private static App limited(String what, String perMinute) {
        return App.fresh()
                .with("heimdall.rate_limit_" + what + "_per_minute", perMinute)
                .createOn(app.server());
    }

    private static ValidatableResponse signin(App limited, TestUser user, String key) {
        Map<String, String> body = Map.of("identifier", user.username(), "password", user.password());
        return limited.api().as(key, Method.POST, "/auth/signin", body);
    }

    /** Without what the route needs, which is refused after it was counted. */
    private static ValidatableResponse call(HeimdallApi api, String route, Map<String, String> headers) {
        return api.request(Method.POST, route, Map.of(), headers).then();
    }
}
