/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.docs.DocumentedCommands;
import io.github.keycloakheimdall.server.OwnServer;
import io.github.keycloakheimdall.server.SinceKeycloak26;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signing in with Apple and Google, at Keycloak's own login page and here. On a server of its own, which takes a fake
 * for them.
 */
@Tag("own-server")
class AppleAndGoogleIT {

    private static final FakeApple APPLE = new FakeApple();

    @RegisterExtension
    static final OwnServer own = OwnServer.named("apple", server -> server.option(APPLE.options()));

    private static App app;

    private final Browser browser = new Browser();
    private final String subject = UUID.randomUUID().toString();
    private final String email = subject + "@privaterelay.appleid.com";

    @BeforeAll
    static void setUp() {
        app = App.fresh()
                .with("heimdall.allowed_redirect_origins", "https://app.example")
                .createOn(own.server());
        app.platform()
                .as(Method.PUT, "/auth-config/providers/apple", Map.of("enabled", true, "config", APPLE.settings()))
                .statusCode(200);
        app.platform()
                .as(
                        Method.PUT,
                        "/auth-config/providers/google",
                        Map.of(
                                "enabled",
                                true,
                                "config",
                                Map.of("native_client_ids", List.of("ios"), "hosted_domain", "corp.example")))
                .statusCode(200);
    }

    @AfterAll
    static void stop() {
        APPLE.close();
    }

    @Test
    @SinceKeycloak26(5)
    void givenAFirstSignin_whenApplePostsItsAnswer_thenAnAccountWithTheNameAndTheVerifiedEmail() {
        Map<String, String> sent = sentToApple();
        Response back = posted(Map.of(
                "state",
                sent.get("state"),
                "code",
                APPLE.code(claims(sent), sent.get("code_challenge")),
                "user",
                "{\"name\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"},\"email\":\"someone@else.example\"}"));

        assertThat(toTheEnd(back)).contains("/account/").contains("code=");
        assertThat(app.realm().user(email))
                .containsEntry("firstName", "Ada")
                .containsEntry("lastName", "Lovelace")
                .containsEntry("email", email)
                .containsEntry("emailVerified", true);
    }

    @Test
    @SinceKeycloak26(5)
    void givenAnotherNonce_whenApplePostsItsAnswer_thenNobodyIsIn() {
        Map<String, String> sent = sentToApple();
        Map<String, Object> claims = claims(sent);
        claims.put("nonce", "another");

        assertThat(toTheEnd(posted(
                        Map.of("state", sent.get("state"), "code", APPLE.code(claims, sent.get("code_challenge"))))))
                .doesNotContain("/account/");
        assertThat(app.realm().user(email)).isNull();
    }

    @Test
    @SinceKeycloak26(5)
    void givenSomeoneWhoCancels_whenAppleSaysSo_thenTheLoginPageAgain() {
        Map<String, String> sent = sentToApple();

        Response back = posted(Map.of("state", sent.get("state"), "error", "user_cancelled_authorize"));

        assertThat(back.statusCode()).isIn(200, 302, 303);
        assertThat(
                        back.statusCode() == 200
                                ? back.asString()
                                : browser.follow(back).asString())
                .contains("/broker/apple/login");
    }

    @Test
    void givenAFirstSignin_whenApplePostsToThisApi_thenTokensOfAnAccountWithTheName() {
        Response start = browser.open(app.server().baseUri() + "/" + app.slug()
                + "/v1/auth/oauth/apple/authorize?return_to=https://app.example/in");
        Map<String, String> sent = query(URI.create(start.header("Location")));
        Response back = browser.post(
                sent.get("redirect_uri"),
                Map.of(
                        "state",
                        sent.get("state"),
                        "code",
                        APPLE.code(claims(sent), sent.get("code_challenge")),
                        "user",
                        "{\"name\":{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\"}}"));
        assertThat(back.header("Location")).startsWith("https://app.example/in?heimdall_code=");

        Tokens tokens = Tokens.of(app.api()
                .request(
                        Method.POST,
                        "/auth/oauth/exchange",
                        Map.of(
                                "code",
                                query(URI.create(back.header("Location"))).get("heimdall_code")),
                        Map.of())
                .then()
                .statusCode(200));
        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("oauth", "apple");
        assertThat(app.realm()
                        .call(Method.GET, "/users/" + tokens.userId(), null)
                        .jsonPath()
                        .getMap("$"))
                .containsEntry("firstName", "Ada")
                .containsEntry("email", email)
                .containsEntry("emailVerified", true);
    }

    @Test
    void givenTheChapter_whenItsCommandsArePasted_thenSomeoneSignsInWithGoogle() throws IOException {
        try (App acme = App.fresh().createOn(own.server());
                DocumentedCommands page = DocumentedCommands.of(
                                "docs/providers.md", "Sign in with Google in five minutes")
                        .at(own.server(), "acme", acme.slug())
                        .replacing("<client ID>", FakeApple.GOOGLES_CLIENT)
                        .replacing("<client secret>", FakeApple.GOOGLES_SECRET)) {
            assertThat(page.next()).contains("\"allowed_redirect_origins\":[\"http://localhost:3000\"]");

            URI google = URI.create(browser.open(page.url("/authorize")).header("Location"));
            assertThat(google.getHost()).isEqualTo("accounts.google.com");
            Map<String, String> sent = query(google);
            String code = APPLE.googlesCode(
                    Map.of(
                            "sub",
                            subject,
                            "email",
                            subject + "@gmail.com",
                            "email_verified",
                            true,
                            "name",
                            "Ada Lovelace"),
                    sent.get("nonce"),
                    sent.get("code_challenge"));
            Response back = browser.open(sent.get("redirect_uri") + "?state=" + sent.get("state") + "&code=" + code);
            assertThat(back.header("Location")).startsWith("http://localhost:3000/?heimdall_code=");

            page.replacing(
                    "<heimdall_code>",
                    query(URI.create(back.header("Location"))).get("heimdall_code"));
            assertThat(page.next()).contains("access_token", "refresh_token");
        }
    }

    @Test
    void givenANativeAppOfApples_whenBringingItsToken_thenTokensAndNotForTheWebsOne() {
        String nonce = UUID.randomUUID().toString();

        bring("apple", idToken("https://appleid.apple.com", "com.example.ios", nonce), nonce)
                .statusCode(200);
        bring("apple", idToken("https://appleid.apple.com", "com.example.web", nonce), nonce)
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://accounts.google.com", "accounts.google.com"})
    void givenGoogle_whenBringingATokenOfItsIssuersAndTheDomain_thenTokens(String issuer) {
        String nonce = UUID.randomUUID().toString();

        bring("google", APPLE.mint().signed(google(issuer, nonce)), nonce).statusCode(200);
    }

    @Test
    void givenGoogle_whenBringingATokenWithoutTheDomainOrSignature_then401() {
        String nonce = UUID.randomUUID().toString();
        Map<String, Object> claims = google("https://accounts.google.com", nonce);

        bring("google", APPLE.mint().signed(TokenMint.changed(claims, "hd", null)), nonce)
                .statusCode(401);
        bring("google", APPLE.mint().signed(TokenMint.changed(claims, "hd", "else.example")), nonce)
                .statusCode(401);
        bring("google", APPLE.mint().unsigned("RS256", claims), nonce).statusCode(401);
        bring("google", new TokenMint("apple").signed(claims), nonce).statusCode(401);
    }

    private Map<String, Object> google(String issuer, String nonce) {
        return TokenMint.changed(claimsOf(issuer, "ios", nonce), "hd", "corp.example");
    }

    private String idToken(String issuer, String audience, String nonce) {
        return APPLE.mint().signed(claimsOf(issuer, audience, nonce));
    }

    private Map<String, Object> claimsOf(String issuer, String audience, String nonce) {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                issuer,
                "aud",
                audience,
                "sub",
                subject,
                "iat",
                now,
                "exp",
                now + 600,
                "nonce",
                TokenMint.hash(nonce));
    }

    private static ValidatableResponse bring(String provider, String token, String nonce) {
        return app.api()
                .request(Method.POST, "/auth/oauth/" + provider, Map.of("id_token", token, "nonce", nonce), Map.of())
                .then();
    }

    private Map<String, Object> claims(Map<String, String> sent) {
        return new HashMap<>(
                Map.of("sub", subject, "email", email, "email_verified", "true", "nonce", sent.get("nonce")));
    }

    /** What the browser brings to Apple. */
    private Map<String, String> sentToApple() {
        String page = browser.login(app).asString();
        String link = page.replaceAll("(?s).*href=\"([^\"]*/broker/apple/login[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        URI location = URI.create(
                browser.open(app.server().baseUri().resolve(link).toString()).header("Location"));
        assertThat(location.getHost()).isEqualTo("appleid.apple.com");
        return query(location);
    }

    private static Map<String, String> query(URI location) {
        return Arrays.stream(location.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private Response posted(Map<String, String> form) {
        return browser.post(app.server().baseUri() + "/realms/" + app.slug() + "/broker/apple/endpoint", form);
    }

    /** Where the browser ends, at a page or outside of the login. */
    private String toTheEnd(Response answer) {
        Response page = answer;
        String location = "";
        while (page.header("Location") != null) {
            location = page.header("Location");
            if (location.contains("/account/")) {
                return location;
            }
            page = browser.follow(page);
        }
        return location;
    }
}
