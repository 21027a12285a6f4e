/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in by the ID token that a provider gave to a native app. */
class NativeSigninIT {

    private static final TokenMint MINT = new TokenMint("one");
    private static final TokenMint STRANGER = new TokenMint("one");

    @RegisterExtension
    static final App app = App.fresh();

    private static KeyServer keys;

    private final NativeTokens brought = new NativeTokens(app);

    @BeforeAll
    static void setUp() throws IOException {
        keys = new KeyServer(MINT);
        NativeTokens.add(app, keys, "native", Map.of("nativeClientIds", "ios##android"));
        NativeTokens.add(app, keys, "plain", Map.of());
        NativeTokens.add(app, keys, "off", Map.of("nativeClientIds", "ios", "enabled", "false"));
        NativeTokens.add(app, keys, "keyless", Map.of("nativeClientIds", "ios", "jwksUrl", "http://localhost:1/keys"));
    }

    @AfterAll
    static void stop() {
        keys.close();
    }

    @Test
    void givenSomeoneNew_whenBringingAToken_thenTokensOfAnAccount() {
        Tokens tokens = Tokens.of(
                brought.signin("native", MINT.signed(brought.claims())).statusCode(200));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("oauth", "native");
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .extracting(link -> link.get("userId"))
                .containsExactly(brought.subject());
        app.api().me(tokens.access()).statusCode(200).body("email", equalTo(brought.email()));
    }

    @Test
    void givenSomeoneKnown_whenBringingAnotherToken_thenTheSameAccount() {
        Tokens first = Tokens.of(
                brought.signin("native", MINT.signed(brought.claims())).statusCode(200));
        String other = UUID.randomUUID().toString();

        Tokens second = Tokens.of(brought.signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(brought.claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(200));

        assertThat(second.userId()).isEqualTo(first.userId());
    }

    @Test
    void givenANameBesideTheToken_whenSigningInFirst_thenTheAccountHasIt() {
        Tokens tokens = Tokens.of(brought.signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(brought.claims()),
                                "nonce",
                                brought.nonce(),
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
                .containsEntry("email", brought.email());
    }

    @Test
    void givenAToken_whenUsedAgain_then401() {
        String token = MINT.signed(brought.claims());
        brought.signin("native", token).statusCode(200);

        brought.signin("native", token).statusCode(401);
    }

    @Test
    void givenAToken_whenUsedTenTimesAtOnce_thenOneIsIn() {
        String token = MINT.signed(brought.claims());

        List<Integer> statuses =
                AtOnce.run(10, i -> brought.signin("native", token).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 401)
                .filteredOn(status -> status == 200)
                .hasSize(1);
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
        NativeTokens.add(app, keys, alias, Map.of("nativeClientIds", "ios"));
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

        brought.signin(alias, MINT.signed(brought.claims()))
                .statusCode(503)
                .body("code", equalTo("PROVIDER_UNAVAILABLE"));
        assertThat(app.realm().list("/users?email=" + brought.email())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "plain", "nosuch", "apple", "google"})
    void givenNoProviderThatListsItsApps_whenBringingAToken_then503(String provider) {
        brought.signin(provider, MINT.signed(brought.claims()))
                .statusCode(503)
                .body("code", equalTo("PROVIDER_NOT_CONFIGURED"));
    }

    @Test
    void givenAProviderWhoseKeysAreAway_whenBringingAToken_then503ThatBlamesNoDatabase() {
        brought.signin("keyless", MINT.signed(brought.claims()))
                .statusCode(503)
                .body("code", equalTo("PROVIDER_UNAVAILABLE"));
    }

    @Test
    void givenGitHub_whenBringingAToken_then400() {
        brought.signin("github", MINT.signed(brought.claims())).statusCode(400);
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
        brought.signin("native", body).statusCode(400);
    }

    @Test
    void givenAnAccountWithTheEmail_whenBringingAFirstToken_then409ThatSaysHow() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);

        brought.signin("native", MINT.signed(TokenMint.changed(brought.claims(), "email", ada.email())))
                .statusCode(409)
                .body("code", equalTo("link_required"));
    }

    @Test
    void givenADisabledAccount_whenBringingAToken_then401() {
        Tokens tokens = Tokens.of(
                brought.signin("native", MINT.signed(brought.claims())).statusCode(200));
        app.realm().enableUser(tokens.userId(), false);
        String other = UUID.randomUUID().toString();

        brought.signin(
                        "native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(brought.claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(401);
    }

    @Test
    void givenSomeoneSignedIn_whenBringingAToken_thenLinkedAndItSignsInNobody() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        String token = MINT.signed(brought.claims());

        brought.link(tokens, "native", token).statusCode(201).body("provider", equalTo("native"));
        brought.signin("native", token).statusCode(401);
        brought.link(tokens, "native", MINT.signed(brought.claims()))
                .statusCode(409)
                .body("code", equalTo("PROVIDER_ALREADY_LINKED"));
        String other = UUID.randomUUID().toString();
        Tokens later = Tokens.of(brought.signin(
                "native",
                Map.of(
                        "id_token",
                        MINT.signed(TokenMint.changed(brought.claims(), "nonce", TokenMint.hash(other))),
                        "nonce",
                        other)));
        assertThat(later.userId()).isEqualTo(tokens.userId());
    }

    @Test
    void givenTheTokenOfSomeoneElse_whenLinking_thenRefused() {
        Tokens.of(brought.signin("native", MINT.signed(brought.claims())));
        Tokens tokens = app.api().signedUp(TestUser.ada());
        String other = UUID.randomUUID().toString();

        app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/native",
                        Map.of(
                                "id_token",
                                MINT.signed(TokenMint.changed(brought.claims(), "nonce", TokenMint.hash(other))),
                                "nonce",
                                other))
                .statusCode(409)
                .body("code", equalTo("IDENTITY_IN_USE"));
    }

    @Test
    void givenATokenThatDoesNotCount_whenLinking_thenRefused() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        brought.link(tokens, "native", STRANGER.signed(brought.claims()))
                .statusCode(400)
                .body("code", equalTo("INVALID_ID_TOKEN"));
        brought.link(tokens, "plain", MINT.signed(brought.claims())).statusCode(503);
        brought.link(tokens, "github", MINT.signed(brought.claims())).statusCode(400);
        brought.link(tokens, "keyless", MINT.signed(brought.claims()))
                .statusCode(503)
                .body("code", equalTo("PROVIDER_UNAVAILABLE"));
        app.api()
                .request(
                        Method.POST,
                        "/me/identities/native",
                        Map.of("id_token", MINT.signed(brought.claims()), "nonce", brought.nonce()),
                        Map.of())
                .then()
                .statusCode(401);
        brought.signin("native", MINT.signed(brought.claims())).statusCode(200);
    }
}
