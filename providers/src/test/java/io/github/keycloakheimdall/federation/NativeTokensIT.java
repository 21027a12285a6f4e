/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.io.IOException;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ID tokens a native app may bring, and which count for nothing. */
class NativeTokensIT {

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

    private static KeyServer keys;

    private final NativeTokens brought = new NativeTokens(app);

    @BeforeAll
    static void setUp() throws IOException {
        keys = new KeyServer(MINT);
        NativeTokens.add(app, keys, "native", Map.of("nativeClientIds", "ios##android"));
        NativeTokens.add(app, keys, "filtered", FILTER);
    }

    @AfterAll
    static void stop() {
        keys.close();
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
        brought.signin("native", MINT.signed(TokenMint.changed(brought.claims(), claim, value)))
                .statusCode(401)
                .body("message", equalTo("Invalid credentials"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS256", "ES256", "nonsense"})
    void givenATokenThatNobodySigned_whenBringingIt_then401(String algorithm) {
        brought.signin("native", MINT.unsigned(algorithm, brought.claims())).statusCode(401);
    }

    @Test
    void givenATokenOfAnotherKey_whenBringingIt_then401() {
        brought.signin("native", STRANGER.signed(brought.claims())).statusCode(401);
        brought.signin("native", new TokenMint("two").signed(brought.claims())).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage-garbage-garbage", "a.b.c-a.b.c-a.b.c-a", "e30.e30.e30-e30-e30", "................"})
    void givenGarbage_whenBringingIt_then401AndNoOutage(String token) {
        brought.signin("native", token).statusCode(401);
    }

    @Test
    void givenTheNonceAsItIs_whenBringingTheToken_then401() {
        brought.signin("native", MINT.signed(TokenMint.changed(brought.claims(), "nonce", brought.nonce())))
                .statusCode(401);
    }

    @Test
    void givenAFilterOfTheProvider_whenBringingAToken_thenItDecidesHereToo() {
        brought.signin("filtered", MINT.signed(brought.claims())).statusCode(401);
        brought.signin("filtered", MINT.signed(TokenMint.changed(brought.claims(), "hd", "elsewhere.example")))
                .statusCode(401)
                .body("message", equalTo("Invalid credentials"));
        brought.link(app.api().signedUp(TestUser.ada()), "filtered", MINT.signed(brought.claims()))
                .statusCode(400)
                .body("code", equalTo("INVALID_ID_TOKEN"));
        brought.signin("filtered", MINT.signed(TokenMint.changed(brought.claims(), "hd", List.of("x", "corp.example"))))
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
        Map<String, Object> odd = TokenMint.changed(brought.claims(), claim, value);

        Tokens tokens = Tokens.of(brought.signin("native", MINT.signed(odd)).statusCode(200));

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
}
