/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.TokenMint;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.cluster.NodePair;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sign-ins by a provider on two nodes of one PostgreSQL: what one of them began the other ends, and each once. */
@Tag("cluster")
class FederationOnTwoNodesIT {

    private static final String ALIAS = "example";
    private static final String NATIVE = "native";

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final OddProvider keys = new OddProvider();

    private static final TokenMint MINT = new TokenMint("one");

    private static App app;
    private static HeimdallApi here;
    private static HeimdallApi there;

    private final Person person = Person.fresh();

    @BeforeAll
    static void create() {
        app = App.fresh()
                .with("heimdall.allowed_redirect_origins", "https://app.example.com")
                .createOn(nodes.first());
        here = app.api();
        there = app.apiOn(nodes.second());
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        String jwks = keys.anywhere(OddProvider.json(OpenIdProvider.json(MINT.jwks())));
        Map<String, Object> ofApps = new HashMap<>(provider.asKeycloakHasIt(NATIVE, true));
        ofApps.put(
                "config",
                Map.of(
                        "clientId", "web",
                        "clientSecret", "secret",
                        "issuer", "https://id.example",
                        "authorizationUrl", jwks,
                        "tokenUrl", jwks,
                        "jwksUrl", jwks,
                        "useJwksUrl", "true",
                        "nativeClientIds", "ios"));
        app.realm().call(Method.POST, "/identity-provider/instances", ofApps);
    }

    @AfterAll
    static void delete() {
        app.close();
    }

    @Test
    void givenEachStepOnTheOtherNode_whenSigningIn_thenInOnBoth() {
        Tab tab = new Tab(here, ALIAS);
        String callback = tab.signedInAt(provider, person);
        String code = Tab.brought(tab.at(there).back(callback)).get("heimdall_code");

        tab.back(callback).statusCode(400);
        Tokens tokens = Tokens.of(exchange(here, code).statusCode(200));
        exchange(there, code).statusCode(401);
        there.me(tokens.access()).statusCode(200);
    }

    @RepeatedTest(3)
    void givenOneCode_whenUsedOnBothNodesAtOnce_thenOneWins() {
        String code = new Tab(here, ALIAS).code(provider, person);

        assertThat(AtOnce.run(6, i -> exchange(node(i), code).extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
    }

    @RepeatedTest(3)
    void givenOneCallback_whenItComesToBothNodesAtOnce_thenOneCode() {
        Tab tab = new Tab(here, ALIAS);
        String callback = tab.signedInAt(provider, person);

        assertThat(AtOnce.run(4, i -> tab.at(node(i)).back(callback).extract().statusCode()))
                .containsOnlyOnce(303)
                .containsOnly(303, 400);
    }

    @RepeatedTest(3)
    void givenSomeoneNew_whenSigningInOnBothNodesAtOnce_thenOneAccount() {
        Person nameless = person.sayingOnly();

        Set<String> users = new HashSet<>(
                AtOnce.run(4, i -> Tokens.of(exchange(node(i), new Tab(node(i), ALIAS).code(provider, nameless)))
                        .userId()));

        assertThat(users)
                .allSatisfy(user -> assertThat(app.realm().list("/users/" + user + "/federated-identity"))
                        .extracting("userId")
                        .containsExactly(person.subject()))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void givenOneToken_whenBroughtToBothNodesAtOnce_thenOneWins() {
        String nonce = UUID.randomUUID().toString();
        String token = MINT.signed(claims(nonce));

        assertThat(AtOnce.run(6, i -> bring(node(i), token, nonce).extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        bring(here, token, nonce).statusCode(401);
        bring(there, token, nonce).statusCode(401);
    }

    @RepeatedTest(3)
    void givenALink_whenItsStepsAreOnBothNodes_thenItIsMadeOnce() {
        Tokens tokens = here.signedUp(TestUser.ada());
        Tab tab = new Tab(there, ALIAS);
        String url = here.as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/" + ALIAS + "/authorize",
                        Map.of("return_to", Tab.RETURN_TO))
                .statusCode(200)
                .extract()
                .path("authorize_url");
        String page = tab.open(url).statusCode(302).extract().header("Location");
        new Tab(here, ALIAS).open(url).statusCode(400);
        String code =
                Tab.brought(tab.at(here).back(provider.signIn(page, person))).get("heimdall_code");

        assertThat(AtOnce.run(4, i -> node(i).as(tokens.access(), Method.POST, "/me/identities", Map.of("code", code))
                        .extract()
                        .statusCode()))
                .containsOnlyOnce(201)
                .containsOnly(201, 410);
    }

    @RepeatedTest(3)
    void givenOneIdentity_whenTwoAccountsLinkItOnBothNodesAtOnce_thenOneGetsIt() {
        List<Tokens> users = List.of(here.signedUp(TestUser.named("one")), here.signedUp(TestUser.named("two")));

        assertThat(AtOnce.run(2, i -> {
                    String nonce = UUID.randomUUID().toString();
                    Map<String, Object> claims = TokenMint.changed(claims(nonce), "sub", person.subject());
                    return node(i).as(
                                    users.get(i).access(),
                                    Method.POST,
                                    "/me/identities/" + NATIVE,
                                    Map.of("id_token", MINT.signed(claims), "nonce", nonce))
                            .extract()
                            .statusCode();
                }))
                .containsExactlyInAnyOrder(201, 409);
    }

    private static HeimdallApi node(int number) {
        return number % 2 == 0 ? here : there;
    }

    private static Map<String, Object> claims(String nonce) {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "iss",
                "https://id.example",
                "aud",
                "ios",
                "sub",
                UUID.randomUUID().toString(),
                "iat",
                now,
                "exp",
                now + 600,
                "nonce",
                TokenMint.hash(nonce));
    }

    private static ValidatableResponse bring(HeimdallApi node, String token, String nonce) {
        return node.request(Method.POST, "/auth/oauth/" + NATIVE, Map.of("id_token", token, "nonce", nonce), Map.of())
                .then();
    }

    private static ValidatableResponse exchange(HeimdallApi node, String code) {
        return node.request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then();
    }
}
