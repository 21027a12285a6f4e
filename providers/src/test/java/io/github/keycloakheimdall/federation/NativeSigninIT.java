/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by the ID token that a provider gave to a native app. */
class NativeSigninIT {

    private static final String ISSUER = "https://id.example";
    private static final TokenMint MINT = new TokenMint("one");
    private static final TokenMint STRANGER = new TokenMint("one");

    private static final Map<String, String> FILTER = Map.of(
            "nativeClientIds",
            "ios",
            "filteredByClaim",
            "true",
            "claimFilterName",
            "hd",
            "claimFilterValue",
            "corp\\..*");

    @RegisterExtension
    static final App app = App.fresh();

    private static HttpServer keys;

    private final String subject = UUID.randomUUID().toString();
    private final String email = subject + "@example.com";
    private final String nonce = UUID.randomUUID().toString();

    @BeforeAll
    static void setUp() throws IOException {
        byte[] jwks = new ObjectMapper().writeValueAsBytes(MINT.jwks());
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        keys.start();
        provider("native", Map.of("nativeClientIds", "ios##android"));
        provider("plain", Map.of());
        provider("off", Map.of("nativeClientIds", "ios", "enabled", "false"));
        provider("filtered", FILTER);
        provider("keyless", Map.of("nativeClientIds", "ios", "jwksUrl", "http://localhost:1/keys"));
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
    }

    @Test
    void givenSomeoneNew_whenBringingAToken_thenTokensOfAnAccount() {
        Tokens tokens = Tokens.of(signin("native", MINT.signed(claims())).statusCode(200));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("oauth", "native");
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .extracting(link -> link.get("userId"))
                .containsExactly(subject);
        app.api().me(tokens.access()).statusCode(200).body("email", equalTo(email));
    }

    @Test
    void givenSomeoneKnown_whenBringingAnotherToken_thenTheSameAccount() {
        Tokens first = Tokens.of(signin("native", MINT.signed(claims())).statusCode(200));
        String other = UUID.randomUUID().toString();

        Tokens second = Tokens.of(signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(200));

        assertThat(second.userId()).isEqualTo(first.userId());
    }

    @Test
    void givenANameBesideTheToken_whenSigningInFirst_thenTheAccountHasIt() {
        Tokens tokens = Tokens.of(signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(claims()),
                                "nonce",
                                nonce,
                                "user",
                                Map.of("name", "Ada Lovelace", "email", "someone@else.example")))
                .statusCode(200));

        Map<String, Object> user = app.realm()
                .call(Method.GET, "/users/" + tokens.userId(), null)
                .jsonPath()
                .getMap("$");
        assertThat(user)
                .containsEntry("firstName", "Ada")
                .containsEntry("lastName", "Lovelace")
                .containsEntry("email", email);
    }

    @Test
    void givenAToken_whenUsedAgain_then401() {
        String token = MINT.signed(claims());
        signin("native", token).statusCode(200);

        signin("native", token).statusCode(401);
    }

    @Test
    void givenAToken_whenUsedTenTimesAtOnce_thenOneIsIn() {
        String token = MINT.signed(claims());

        List<Integer> statuses =
                AtOnce.run(10, i -> signin("native", token).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    static Stream<Arguments> wrongClaims() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                Arguments.of("iss", "https://elsewhere.example"),
                Arguments.of("iss", null),
                Arguments.of("aud", "web"),
                Arguments.of("aud", List.of("ios", "elsewhere")),
                Arguments.of("aud", 7),
                Arguments.of("azp", "elsewhere"),
                Arguments.of("exp", null),
                Arguments.of("exp", now - 10),
                Arguments.of("exp", "soon"),
                Arguments.of("exp", 1L << 60),
                Arguments.of("exp", Long.MAX_VALUE),
                Arguments.of("exp", now + 400L * 24 * 60 * 60),
                Arguments.of("iat", null),
                Arguments.of("iat", now + 3600),
                Arguments.of("nbf", now + 3600),
                Arguments.of("sub", null),
                Arguments.of("sub", ""),
                Arguments.of("sub", Map.of()),
                Arguments.of("nonce", null),
                Arguments.of("nonce", "another"),
                Arguments.of("email", List.of("a@example.com")),
                Arguments.of("name", 7));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongClaims")
    void givenATokenThatIsWrongInOneClaim_whenBringingIt_then401(String claim, Object value) {
        signin("native", MINT.signed(TokenMint.changed(claims(), claim, value)))
                .statusCode(401)
                .body("message", equalTo("Invalid credentials"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256", "ES256", "nonsense"})
    void givenATokenThatNobodySigned_whenBringingIt_then401(String algorithm) {
        signin("native", MINT.unsigned(algorithm, claims())).statusCode(401);
    }

    @Test
    void givenATokenOfAnotherKey_whenBringingIt_then401() {
        signin("native", STRANGER.signed(claims())).statusCode(401);
        signin("native", new TokenMint("two").signed(claims())).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage-garbage-garbage", "a.b.c-a.b.c-a.b.c-a", "e30.e30.e30-e30-e30", "................"})
    void givenGarbage_whenBringingIt_then401AndNoOutage(String token) {
        signin("native", token).statusCode(401);
    }

    @Test
    void givenAFilterOfTheProvider_whenBringingAToken_thenItDecidesHereToo() {
        signin("filtered", MINT.signed(claims())).statusCode(401);
        signin("filtered", MINT.signed(TokenMint.changed(claims(), "hd", "elsewhere.example")))
                .statusCode(401)
                .body("message", equalTo("Invalid credentials"));
        link(app.api().signedUp(TestUser.ada()), "filtered", MINT.signed(claims()))
                .statusCode(400)
                .body("code", equalTo("INVALID_ID_TOKEN"));
        signin("filtered", MINT.signed(TokenMint.changed(claims(), "hd", List.of("x", "corp.example"))))
                .statusCode(200);
    }

    static Stream<Arguments> oddNames() {
        return Stream.of(
                Arguments.of("preferred_username", "n".repeat(400)),
                Arguments.of("preferred_username", "n".repeat(254) + "\uD83D\uDE00"),
                Arguments.of("preferred_username", "n\0n"),
                Arguments.of("email", "e".repeat(294) + "@example.com"));
    }

    @ParameterizedTest
    @MethodSource("oddNames")
    void givenANameThatNoLinkHolds_whenBringingAToken_thenInAllTheSame(String claim, String value) {
        Map<String, Object> odd = TokenMint.changed(claims(), claim, value);

        Tokens tokens = Tokens.of(signin("native", MINT.signed(odd)).statusCode(200));

        app.realm()
                .call(Method.DELETE, "/users/" + tokens.userId() + "/federated-identity/native", null)
                .then()
                .statusCode(204);
        String other = UUID.randomUUID().toString();
        String token = MINT.signed(TokenMint.changed(odd, "nonce", TokenMint.hash(other)));
        app.api()
                .as(tokens.access(), Method.POST, "/me/identities/native", Map.of("id_token", token, "nonce", other))
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oidc-advanced-role-idp-mapper | [{\"key\":\"email\",\"value\":\"[\"}]",
                "oidc-advanced-role-idp-mapper | no json",
                "nosuch-idp-mapper | []"
            })
    void givenAMapperThatIsBroken_whenBringingAToken_then503ThatBlamesTheProvider(String type, String claims) {
        String alias = "broken-" + UUID.randomUUID();
        provider(alias, Map.of("nativeClientIds", "ios"));
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances/" + alias + "/mappers",
                        Map.of(
                                "name",
                                "broken",
                                "identityProviderAlias",
                                alias,
                                "identityProviderMapper",
                                type,
                                "config",
                                Map.of(
                                        "syncMode",
                                        "FORCE",
                                        "claims",
                                        claims,
                                        "are.claim.values.regex",
                                        "true",
                                        "role",
                                        "member")));

        signin(alias, MINT.signed(claims())).statusCode(503).body("code", equalTo("PROVIDER_UNAVAILABLE"));
        assertThat(app.realm().list("/users?email=" + email)).isEmpty();
    }

    @Test
    void givenTheNonceAsItIs_whenBringingTheToken_then401() {
        signin("native", MINT.signed(TokenMint.changed(claims(), "nonce", nonce)))
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "plain", "nosuch", "apple", "google"})
    void givenNoProviderThatListsItsApps_whenBringingAToken_then503(String provider) {
        signin(provider, MINT.signed(claims())).statusCode(503).body("code", equalTo("PROVIDER_NOT_CONFIGURED"));
    }

    @Test
    void givenAProviderWhoseKeysAreAway_whenBringingAToken_then503ThatBlamesNoDatabase() {
        signin("keyless", MINT.signed(claims())).statusCode(503).body("code", equalTo("PROVIDER_UNAVAILABLE"));
    }

    @Test
    void givenGitHub_whenBringingAToken_then400() {
        signin("github", MINT.signed(claims())).statusCode(400);
    }

    static Stream<Map<String, Object>> badBodies() {
        String token = MINT.signed(Map.of("sub", "x"));
        String nonce = "a nonce of enough characters";
        return Stream.of(
                Map.of(),
                Map.of("id_token", token),
                Map.of("nonce", nonce),
                Map.of("id_token", token, "nonce", "short"),
                Map.of("id_token", "short", "nonce", nonce),
                Map.of("id_token", 7, "nonce", nonce),
                Map.of("id_token", token, "nonce", "n".repeat(257)),
                Map.of("id_token", "t".repeat(8193), "nonce", nonce),
                Map.of("id_token", token, "nonce", nonce, "user", "Ada"),
                Map.of("id_token", token, "nonce", nonce, "user", Map.of("name", 7)),
                Map.of("id_token", token, "nonce", nonce, "user", Map.of("name", "a".repeat(256))));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void givenABadBody_whenSigningIn_then400(Map<String, Object> body) {
        signin("native", body).statusCode(400);
    }

    @Test
    void givenAnAccountWithTheEmail_whenBringingAFirstToken_then409ThatSaysHow() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);

        signin("native", MINT.signed(TokenMint.changed(claims(), "email", ada.email())))
                .statusCode(409)
                .body("code", equalTo("link_required"));
    }

    @Test
    void givenADisabledAccount_whenBringingAToken_then401() {
        Tokens tokens = Tokens.of(signin("native", MINT.signed(claims())).statusCode(200));
        app.realm().enableUser(tokens.userId(), false);
        String other = UUID.randomUUID().toString();

        signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(401);
    }

    @Test
    void givenSomeoneSignedIn_whenBringingAToken_thenLinkedAndItSignsInNobody() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        String token = MINT.signed(claims());

        link(tokens, "native", token).statusCode(201).body("provider", equalTo("native"));
        signin("native", token).statusCode(401);
        link(tokens, "native", MINT.signed(claims())).statusCode(409).body("code", equalTo("PROVIDER_ALREADY_LINKED"));
        String other = UUID.randomUUID().toString();
        Tokens later = Tokens.of(signin(
                "native",
                Map.of(
                        "id_token",
                        MINT.signed(TokenMint.changed(claims(), "nonce", TokenMint.hash(other))),
                        "nonce",
                        other)));
        assertThat(later.userId()).isEqualTo(tokens.userId());
    }

    @Test
    void givenTheTokenOfSomeoneElse_whenLinking_thenRefused() {
        Tokens.of(signin("native", MINT.signed(claims())));
        Tokens tokens = app.api().signedUp(TestUser.ada());
        String other = UUID.randomUUID().toString();

        app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(409)
                .body("code", equalTo("IDENTITY_IN_USE"));
    }

    @Test
    void givenATokenThatDoesNotCount_whenLinking_thenRefused() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        link(tokens, "native", STRANGER.signed(claims())).statusCode(400).body("code", equalTo("INVALID_ID_TOKEN"));
        link(tokens, "plain", MINT.signed(claims())).statusCode(503);
        link(tokens, "github", MINT.signed(claims())).statusCode(400);
        link(tokens, "keyless", MINT.signed(claims())).statusCode(503).body("code", equalTo("PROVIDER_UNAVAILABLE"));
        app.api()
                .request(
                        Method.POST,
                        "/me/identities/native",
                        Map.of("id_token", MINT.signed(claims()), "nonce", nonce),
                        Map.of())
                .then()
                .statusCode(401);
        signin("native", MINT.signed(claims())).statusCode(200);
    }

    private ValidatableResponse link(Tokens tokens, String provider, String token) {
        return app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/" + provider,
                        Map.of("id_token", token, "nonce", nonce));
    }

    private Map<String, Object> claims() {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                ISSUER,
                "aud",
                "ios",
                "sub",
                subject,
                "iat",
                now,
                "exp",
                now + 600,
                "email",
                email,
                "nonce",
                TokenMint.hash(nonce));
    }

    private ValidatableResponse signin(String provider, String token) {
        return signin(provider, Map.of("id_token", token, "nonce", nonce));
    }

    private static ValidatableResponse signin(String provider, Map<String, ?> body) {
        return app.api()
                .request(Method.POST, "/auth/oauth/" + provider, body, Map.of())
                .then();
    }

    private static void provider(String alias, Map<String, String> settings) {
        String url = "http://localhost:" + keys.getAddress().getPort() + "/";
        Map<String, String> config = new HashMap<>(Map.of(
                "clientId",
                "web",
                "clientSecret",
                "s",
                "issuer",
                ISSUER,
                "authorizationUrl",
                url,
                "tokenUrl",
                url,
                "jwksUrl",
                url,
                "useJwksUrl",
                "true"));
        config.putAll(settings);
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                alias,
                                "providerId",
                                "oidc",
                                "enabled",
                                !"false".equals(settings.get("enabled")),
                                "config",
                                config));
    }
}
