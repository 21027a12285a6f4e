/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpHandler;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a provider answers, the browser goes back to the app with a word for it, and soon. */
@OnOneDatabase
class UpstreamFailuresIT {

    private static final String UNAVAILABLE = "provider_unavailable";
    private static final String CLIENT = "heimdall-test";
    private static final String ISSUER = "https://odd.example";

    @RegisterExtension
    static final OddProvider odd = new OddProvider();

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    @BeforeAll
    static void gitHub() {
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "github",
                                "providerId",
                                "github",
                                "trustEmail",
                                true,
                                "config",
                                Map.of(
                                        "clientId",
                                        CLIENT,
                                        "clientSecret",
                                        "secret",
                                        "baseUrl",
                                        odd.base() + "/hub",
                                        "apiUrl",
                                        odd.base() + "/hub-api")));
        odd.at(
                "/hub/login/oauth/access_token",
                OddProvider.answering(200, "application/x-www-form-urlencoded", "access_token=abc&token_type=bearer"));
        odd.at("/hub-api/user", OddProvider.json("{\"id\":583231,\"login\":\"octocat\",\"name\":\"The Octocat\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{",
                "\"text\"",
                "<html><body>Welcome</body></html>",
                "{\"access_token\":\"x\"}",
                "{\"access_token\":5,\"id_token\":6}",
                "{\"access_token\":\"x\",\"id_token\":\"garbage\"}",
                "{\"access_token\":\"x\",\"id_token\":\"a.b.c\"}",
                "{\"access_token\":\"x\",\"id_token\":\"..\"}",
                "{\"access_token\":\"x\",\"id_token\":{}}",
                "{\"access_token\":\"x\",\"id_token\":\"e30.e30.e30\",\"expires_in\":\"soon\"}",
                "{\"error\":\"invalid_grant\"}"
            })
    void givenAnAnswerThatIsNone_whenComingBack_thenTheAppIsTold(String body) {
        assertThat(refusal(OddProvider.json(body))).isEqualTo(UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 400, 401, 404, 429, 500, 503})
    void givenAnErrorStatus_whenComingBack_thenTheAppIsTold(int status) {
        assertThat(refusal(OddProvider.answering(status, "application/json", "")))
                .isEqualTo(UNAVAILABLE);
    }

    @Test
    void givenARedirect_whenComingBack_thenNotFollowed() {
        AtomicInteger asked = new AtomicInteger();
        String elsewhere = odd.anywhere(exchange -> {
            asked.incrementAndGet();
            OddProvider.json("{}").handle(exchange);
        });

        assertThat(refusal(OddProvider.redirecting(elsewhere))).isEqualTo(UNAVAILABLE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void givenAProviderThatHangs_whenComingBack_thenNotForLong() {
        Instant start = Instant.now();

        assertThat(refusal(odd.hanging())).isEqualTo(UNAVAILABLE);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
    }

    @Test
    void givenAProviderThatDrips_whenComingBack_thenNotForLong() {
        String drip = odd.anywhere(odd.dripping());
        List<Map<String, String>> settings = List.of(
                Map.of("tokenUrl", drip),
                Map.of("tokenUrl", odd.base() + "/right-but-slow", "userInfoUrl", drip),
                Map.of("tokenUrl", odd.base() + "/right-but-slow", "jwksUrl", drip));
        odd.at("/right-but-slow", OddProvider.json(answer(Map.of("iss", ISSUER, "aud", CLIENT))));
        Instant start = Instant.now();

        assertThat(AtOnce.run(
                        settings.size(), i -> Tab.refusal(start(settings.get(i)).back())))
                .containsOnly(UNAVAILABLE);
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }

    @Test
    void givenAProviderWhoseSettingsLeaveItOut_whenStarting_thenPkceAndANonceAllTheSame() {
        assertThat(start(Map.of("pkceEnabled", "false", "pkceMethod", "plain", "disableNonce", "true"))
                        .asked())
                .containsKeys("nonce", "code_challenge")
                .containsEntry("code_challenge_method", "S256");
        assertThat(start(Map.of(
                                "heimdall.without_pkce",
                                "true",
                                "heimdall.without_nonce",
                                "true",
                                "disableNonce",
                                "true"))
                        .asked())
                .doesNotContainKeys("nonce", "code_challenge");
    }

    @Test
    void givenAProviderWhoseKeysAreKnown_whenItsTokenIsNotSigned_thenRefusedAllTheSame() {
        TokenMint mint = new TokenMint("one");
        String keys = odd.anywhere(OddProvider.json(OpenIdProvider.json(mint.jwks())));
        Map<String, String> settings =
                Map.of("tokenUrl", odd.base() + "/signed", "jwksUrl", keys, "validateSignature", "false");
        Started unsigned = start(settings);
        odd.at("/signed", OddProvider.json(answer(claims(unsigned))));
        assertThat(Tab.refusal(unsigned.back())).isEqualTo(UNAVAILABLE);
        Started strangers = start(settings);
        odd.forget("/signed");
        odd.at("/signed", OddProvider.json(answer(new TokenMint("one").signed(claims(strangers)))));
        assertThat(Tab.refusal(strangers.back())).isEqualTo(UNAVAILABLE);
        Started signed = start(settings);
        odd.forget("/signed");
        odd.at("/signed", OddProvider.json(answer(mint.signed(claims(signed)))));

        assertThat(Tab.brought(signed.back())).containsKey("heimdall_code");
    }

    @ParameterizedTest
    @CsvSource({"100000, heimdall_code", "40000000, heimdall_error"})
    void givenARightAnswerBehindManyBytes_whenComingBack_thenOnlySoManyAreRead(long bytes, String brought) {
        Started started = start(odd.base() + "/padded-" + bytes);
        odd.at("/padded-" + bytes, OddProvider.padded(bytes, answer(claims(started))));

        assertThat(Tab.brought(started.back())).containsKey(brought);
    }

    @Test
    void givenNobodyThere_whenComingBack_thenTheAppIsTold() {
        assertThat(refusalAt("http://localhost:1/token")).isEqualTo(UNAVAILABLE);
    }

    @Test
    void givenARightToken_whenComingBack_thenIn() {
        Started started = start(odd.base() + "/right");
        odd.at("/right", OddProvider.json(answer(claims(started))));

        assertThat(Tab.brought(started.back())).containsKey("heimdall_code");
    }

    @Test
    void givenATokenThatIsNotMeantForThisAttempt_whenComingBack_thenTheAppIsTold() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("nonce", "another");
        wrong.put("aud", "another");
        wrong.put("azp", "another");
        wrong.put("iss", "https://another.example");
        wrong.put("exp", Instant.now().getEpochSecond() - 60);
        wrong.put("nbf", Instant.now().getEpochSecond() + 600);
        wrong.put("sub", " ");
        wrong.put("email", 5);
        wrong.put("name", List.of("Ada"));
        wrong.forEach((claim, value) -> {
            Started started = start(odd.base() + "/wrong-" + claim);
            Map<String, Object> claims = claims(started);
            claims.put(claim, value);
            odd.at("/wrong-" + claim, OddProvider.json(answer(claims)));

            assertThat(Tab.refusal(started.back())).as(claim).isEqualTo(UNAVAILABLE);
        });
        for (String claim : List.of("nonce", "sub", "iss", "aud")) {
            Started started = start(odd.base() + "/without-" + claim);
            Map<String, Object> claims = claims(started);
            claims.remove(claim);
            odd.at("/without-" + claim, OddProvider.json(answer(claims)));

            assertThat(Tab.refusal(started.back())).as("without " + claim).isEqualTo(UNAVAILABLE);
        }
    }

    @Test
    void givenAWordOfTheProvider_whenComingBack_thenTheAppIsTold() {
        for (String word : List.of(
                "access_denied",
                "user_cancelled_authorize",
                "user_cancelled_login",
                "user_denied",
                "consent_required")) {
            Started denied = start(odd.base() + "/never");
            assertThat(Tab.refusal(denied.tab().back(denied.callback("error=" + word))))
                    .isEqualTo("access_denied");
        }
        Started failed = start(odd.base() + "/never");
        assertThat(Tab.refusal(failed.tab().back(failed.callback("error=%3Cscript%3E&error_description=x"))))
                .isEqualTo(UNAVAILABLE);
        Started empty = start(odd.base() + "/never");
        assertThat(Tab.refusal(empty.tab().back(empty.callback("code=")))).isEqualTo(UNAVAILABLE);
    }

    @Test
    void givenAProviderThatIsDeletedMeanwhile_whenComingBack_thenTheAppIsTold() {
        Started started = start(odd.base() + "/never");
        app.realm()
                .call(
                        Method.DELETE,
                        "/identity-provider/instances/" + started.tab().alias(),
                        null);

        assertThat(Tab.refusal(started.back())).isEqualTo(UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "linkOnly", "saml", "unknown"})
    void givenNoSuchProvider_whenStarting_then503(String kind) {
        Map<String, Object> provider = new HashMap<>(described(Map.of()));
        provider.put("enabled", !kind.equals("disabled"));
        provider.put("linkOnly", kind.equals("linkOnly"));
        if (kind.equals("saml")) {
            provider.put("providerId", "saml");
            provider.put("config", Map.of("singleSignOnServiceUrl", "https://saml.example/sso"));
        }
        if (!kind.equals("unknown")) {
            app.realm().call(Method.POST, "/identity-provider/instances", provider);
        }

        new Tab(app.api(), (String) provider.get("alias"))
                .authorize(Tab.RETURN_TO)
                .statusCode(503)
                .body("code", equalTo("PROVIDER_NOT_CONFIGURED"));
    }

    @Test
    void givenGitHub_whenItsEmailIsVerified_thenOursIs() {
        odd.at(
                "/hub-api/user/emails",
                OddProvider.json("[{\"email\":\"octo@example.com\",\"primary\":true,\"verified\":true}]"));

        String userId = tokens(gitHub(new Tab(app.api(), "github"))).userId();
        Map<String, Object> octocat = app.realm().user("octocat");
        assertThat(octocat).containsEntry("id", userId).containsEntry("email", "octo@example.com");
        assertThat(octocat).containsEntry("emailVerified", true).containsEntry("firstName", "The");
        app.realm().deleteUser(userId);
        odd.forget("/hub-api/user/emails");
        odd.at(
                "/hub-api/user/emails",
                OddProvider.json("[{\"email\":\"octo@example.com\",\"primary\":true,\"verified\":false}]"));

        app.api()
                .me(tokens(gitHub(new Tab(app.api(), "github"))).access())
                .body("email", notNullValue())
                .body("emailVerifiedAt", nullValue());
    }

    private static String gitHub(Tab tab) {
        String state = Tab.query(tab.start()).get("state");
        return Tab.brought(tab.back("/v1/auth/oauth/github/callback?code=x&state=" + state))
                .get("heimdall_code");
    }

    private static Tokens tokens(String code) {
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }

    private String refusal(HttpHandler token) {
        return refusalAt(odd.anywhere(token));
    }

    private String refusalAt(String tokenUrl) {
        return Tab.refusal(start(tokenUrl).back());
    }

    private Started start(String tokenUrl) {
        return start(Map.of("tokenUrl", tokenUrl));
    }

    private Started start(Map<String, String> settings) {
        Map<String, Object> provider = described(settings);
        app.realm().call(Method.POST, "/identity-provider/instances", provider);
        Tab tab = new Tab(app.api(), (String) provider.get("alias"));
        return new Started(tab, Tab.query(tab.start()));
    }

    private Map<String, Object> described(Map<String, String> settings) {
        Map<String, String> config = new HashMap<>(Map.of(
                "clientId",
                CLIENT,
                "clientSecret",
                "secret",
                "issuer",
                ISSUER,
                "authorizationUrl",
                ISSUER + "/authorize",
                "tokenUrl",
                odd.base() + "/never"));
        config.putAll(settings);
        Map<String, Object> provider = new HashMap<>();
        provider.put("alias", "odd-" + UUID.randomUUID());
        provider.put("providerId", "oidc");
        provider.put("config", config);
        return provider;
    }

    private static Map<String, Object> claims(Started started) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", CLIENT);
        claims.put("sub", UUID.randomUUID().toString());
        claims.put("exp", Instant.now().getEpochSecond() + 60);
        claims.put("nonce", started.asked().get("nonce"));
        return claims;
    }

    private static String answer(Map<String, ?> claims) {
        return answer(part(Map.of("alg", "RS256")) + '.' + part(claims) + ".c2ln");
    }

    private static String answer(String idToken) {
        return "{\"access_token\":\"x\",\"id_token\":\"" + idToken + "\"}";
    }

    private static String part(Map<String, ?> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(OpenIdProvider.json(json).getBytes(UTF_8));
    }

    /** A sign-in that waits for its answer. */
    private record Started(Tab tab, Map<String, String> asked) {

        String callback(String answer) {
            return "/v1/auth/oauth/" + tab.alias() + "/callback?state=" + asked.get("state") + '&' + answer;
        }

        ValidatableResponse back() {
            return tab.back(callback("code=x"));
        }
    }
}
