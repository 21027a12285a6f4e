/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone who is signed in links their account to theirs at a provider, in a browser. */
class OwnLinksIT {

    private static final String ALIAS = "first";
    private static final String LINK_ONLY = "link-only";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .with("heimdall.notifications_enabled", "true")
            .withRealm(OtpPolicy.wide())
            .withRealm("eventsEnabled", true)
            .withRealm("smtpServer", MailServer.smtp());

    @RegisterExtension
    static final App another = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    private final Person person = Person.fresh();
    private final TestUser ada = TestUser.ada();
    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void addProviders() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        another.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
        Map<String, Object> linkOnly = new HashMap<>(provider.asKeycloakHasIt(LINK_ONLY, true));
        linkOnly.put("linkOnly", true);
        app.realm().call(Method.POST, "/identity-provider/instances", linkOnly);
    }

    @Test
    void givenSomeoneSignedIn_whenLinking_thenTheProviderOpensTheirAccountAndTheyAreTold() {
        Tokens tokens = app.api().signedUp(ada);
        app.realm().updateUser(tokens.userId(), Map.of("emailVerified", true));

        link(tokens, code(tokens, person.saying("preferred_username", "Grace")))
                .statusCode(201)
                .body("provider", equalTo(ALIAS))
                .body("username", equalTo("grace"));

        app.api().as(tokens.access(), Method.GET, "/me/identities", null).body("data.provider", contains(ALIAS));
        assertThat(signedIn(person).userId()).isEqualTo(tokens.userId());
        app.api().me(tokens.access()).body("email", equalTo(ada.email()));
        toldOfALink(ada);
        app.api()
                .as(tokens.access(), Method.GET, "/me/activity?limit=5", null)
                .body(
                        "data.findAll { it.action == 'user.identity.linked' }.details.identity_provider",
                        contains(ALIAS));
        assertThat(app.realm().list("/events?type=FEDERATED_IDENTITY_LINK&user=" + tokens.userId()))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("sessionId", tokens.sessionId()));
    }

    @Test
    void givenThePolicyThatLinks_whenSigningIn_thenTheOwnerIsTold() {
        String userId = app.api().signedUp(ada).userId();
        app.realm().updateUser(userId, Map.of("emailVerified", true));
        app.set("heimdall.oauth_link_policy", "auto");
        try {
            assertThat(signedIn(person.saying("email", ada.email())).userId()).isEqualTo(userId);
        } finally {
            app.set("heimdall.oauth_link_policy", "confirm");
        }
        toldOfALink(ada);
    }

    @Test
    void givenAProviderForLinksAlone_whenLinking_thenLinked() {
        Tokens tokens = app.api().signedUp(ada);
        Tab own = new Tab(app.api(), LINK_ONLY);
        String callback = provider.signIn(sent(own, start(tokens, LINK_ONLY)), person);

        link(tokens, Tab.brought(own.back(callback)).get("heimdall_code")).statusCode(201);
    }

    @Test
    void givenACode_whenUsedTwiceOrAtSignin_thenOnceHere() {
        Tokens tokens = app.api().signedUp(ada);
        String code = code(tokens, person);

        exchange(code).statusCode(401);
        link(tokens, code).statusCode(201);
        unlink(tokens).statusCode(204);
        link(tokens, code).statusCode(410);
    }

    @Test
    void givenTheCodeOfASignin_whenLinking_thenRefused() {
        Tokens tokens = app.api().signedUp(ada);
        String code = tab.code(provider, person);

        link(tokens, code).statusCode(410);
        exchange(code).statusCode(200);
    }

    @Test
    void givenAScannerThatAsksForTheHeadAlone_whenTheBrowserFollowsTheTicket_thenItStillGetsToTheProvider() {
        Tokens tokens = app.api().signedUp(ada);
        String url = start(tokens, ALIAS);

        tab.peek(url).statusCode(405);
        link(
                        tokens,
                        Tab.brought(tab.back(provider.signIn(sent(tab, url), person)))
                                .get("heimdall_code"))
                .statusCode(201);
    }

    @Test
    void givenSomeoneElse_whenBroughtBackWithTheCode_thenRefusedAndItStaysGood() {
        Tokens tokens = app.api().signedUp(ada);
        Tokens others = app.api().signedUp(TestUser.named("mallory"));
        String code = code(tokens, person);

        link(others, code).statusCode(410);
        app.api()
                .request(Method.POST, "/me/identities", Map.of("code", code), Map.of())
                .then()
                .statusCode(401);
        another.api()
                .as(another.api().signedUp(ada).access(), Method.POST, "/me/identities", Map.of("code", code))
                .statusCode(410);
        link(tokens, code).statusCode(201);
    }

    @Test
    void givenAnotherSessionOfTheSameUser_whenBroughtBack_thenRefused() {
        Tokens tokens = app.api().signedUp(ada);
        String code = code(tokens, person);

        link(app.api().signedIn(ada), code).statusCode(410);
        link(tokens, code).statusCode(201);
    }

    @Test
    void givenASessionThatEnded_whenComingBack_thenNothingIsLinked() {
        Tokens tokens = app.api().signedUp(ada);
        String url = start(tokens, ALIAS);
        Tokens early = app.api().signedIn(ada);
        String code = code(early, Person.fresh());
        String callback = provider.signIn(sent(tab, url), person);
        app.api().logout(tokens.refresh()).statusCode(204);
        app.api().logout(early.refresh()).statusCode(204);

        assertThat(Tab.refusal(tab.back(callback))).isEqualTo("session_ended");
        link(early, code).statusCode(401);
        start(tokens.access(), ALIAS, Tab.RETURN_TO).statusCode(401);
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .isEmpty();
    }

    @Test
    void givenAnIdentityOfAnotherAccount_whenLinking_thenRefusedAndNothingIsToldOfIt() {
        signedIn(person);
        Tokens tokens = app.api().signedUp(ada);

        link(tokens, code(tokens, person))
                .statusCode(409)
                .body("code", equalTo("IDENTITY_IN_USE"))
                .body("message", equalTo("It is linked to another account"));
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .isEmpty();
        assertThat(app.realm().list("/events?type=FEDERATED_IDENTITY_LINK_ERROR&user=" + tokens.userId()))
                .hasSize(1);
    }

    @Test
    void givenALink_whenLinkingTheProviderAgain_thenRefusedAtOnceAndAtTheEnd() {
        Tokens tokens = app.api().signedUp(ada);
        String first = code(tokens, person);
        String second = code(tokens, Person.fresh());
        link(tokens, first).statusCode(201);

        start(tokens.access(), ALIAS, Tab.RETURN_TO).statusCode(409).body("code", equalTo("PROVIDER_ALREADY_LINKED"));
        link(tokens, second).statusCode(409).body("code", equalTo("PROVIDER_ALREADY_LINKED"));
    }

    @Test
    void givenOneIdentity_whenTwoAccountsLinkItAtOnce_thenOneGetsIt() {
        for (int round = 0; round < 3; round++) {
            Person same = Person.fresh();
            List<Tokens> users =
                    List.of(app.api().signedUp(TestUser.named("one")), app.api().signedUp(TestUser.named("two")));
            List<String> codes = users.stream().map(each -> code(each, same)).toList();

            assertThat(AtOnce.run(
                            2, i -> link(users.get(i), codes.get(i)).extract().statusCode()))
                    .containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void givenOneAccount_whenItLinksTwoIdentitiesOfAProviderAtOnce_thenItGetsOne() {
        Tokens tokens = app.api().signedUp(ada);
        List<String> codes = List.of(code(tokens, Person.fresh()), code(tokens, Person.fresh()));

        assertThat(AtOnce.run(2, i -> link(tokens, codes.get(i)).extract().statusCode()))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .hasSize(1);
    }

    @Test
    void givenOneIdentity_whenItIsLinkedAndSignsInAtOnce_thenItIsOfOneAccount() {
        for (int round = 0; round < 3; round++) {
            Person same = Person.fresh().sayingOnly();
            Tokens tokens = app.api().signedUp(TestUser.named("one"));
            String code = code(tokens, same);
            String callback = tab.signedInAt(provider, same);

            List<Object> ends = AtOnce.run(
                    2,
                    i -> i == 0
                            ? link(tokens, code).extract().statusCode()
                            : Tab.brought(tab.back(callback)).get("heimdall_code"));
            String userId = Tokens.of(exchange((String) ends.get(1))).userId();
            assertThat(userId.equals(tokens.userId())).isEqualTo(ends.get(0).equals(201));
        }
    }

    @Test
    void givenASecondFactor_whenLinkingWithoutIt_thenAskedForItAtBothEnds() {
        Tokens tokens = app.api().signedUp(ada);
        String code = code(tokens, person);
        new MfaApi(app.api()).enrolled(tokens.access(), "phone");

        start(tokens.access(), ALIAS, Tab.RETURN_TO).statusCode(403).body("code", equalTo("STEP_UP_REQUIRED"));
        link(tokens, code).statusCode(403).body("code", equalTo("STEP_UP_REQUIRED"));
        link(Tokens.of(app.api().refresh(tokens.refresh())), code).statusCode(201);
    }

    @Test
    void givenATicket_whenUsed_thenOnceAtItsOwnAppAndProvider() {
        String url = start(app.api().signedUp(ada), ALIAS);

        page(tab.open(url.replace("/oauth/" + ALIAS, "/oauth/" + LINK_ONLY)));
        page(new Tab(another.api(), ALIAS).open(url));
        page(tab.open(url + "x"));
        page(tab.open(url.replaceAll("\\?.*", "")));
        sent(tab, url);
        page(tab.open(url));
    }

    @Test
    void givenAProviderThatGoesMeanwhile_whenTheBrowserSetsOff_thenTheAppIsTold() {
        Map<String, Object> passing = provider.asKeycloakHasIt("passing-" + UUID.randomUUID(), true);
        String alias = (String) passing.get("alias");
        app.realm().call(Method.POST, "/identity-provider/instances", passing);
        String url = start(app.api().signedUp(ada), alias);
        app.realm().call(Method.DELETE, "/identity-provider/instances/" + alias, null);

        assertThat(tab.open(url).statusCode(302).extract().header("Location"))
                .isEqualTo(Tab.RETURN_TO + "&heimdall_error=provider_not_configured");
    }

    @Test
    void givenAnotherBrowser_whenItComesBack_thenAPage() {
        String callback = provider.signIn(sent(tab, start(app.api().signedUp(ada), ALIAS)), person);

        page(new Tab(app.api(), ALIAS).back(callback));
        assertThat(Tab.brought(tab.back(callback))).containsKey("heimdall_code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://app.example.com.evil.example/",
                "https://app.example.com/?heimdall_code=x",
                "javascript:alert(1)",
                "/after",
                " "
            })
    void givenAnotherReturnTo_whenStarting_then400(String returnTo) {
        start(app.api().signedUp(ada).access(), ALIAS, returnTo).statusCode(400);
    }

    @Test
    void givenABadRequest_whenLinking_thenRefused() {
        Tokens tokens = app.api().signedUp(ada);

        start(tokens.access(), "unknown", Tab.RETURN_TO)
                .statusCode(503)
                .body("code", equalTo("PROVIDER_NOT_CONFIGURED"));
        app.api()
                .as(tokens.access(), Method.POST, "/me/identities/" + ALIAS + "/authorize", Map.of())
                .statusCode(400);
        app.api()
                .as(tokens.access(), Method.POST, "/me/identities/" + ALIAS + "/authorize", Map.of("return_to", 7))
                .statusCode(400);
        link(tokens, "short").statusCode(400);
        link(tokens, "0123456789abcdef").statusCode(410);
        link(tokens, "0123456789abcde\0").statusCode(400);
        app.api().as(tokens.access(), Method.POST, "/me/identities", Map.of()).statusCode(400);
        app.api()
                .request(
                        Method.POST,
                        "/me/identities/" + ALIAS + "/authorize",
                        Map.of("return_to", Tab.RETURN_TO),
                        Map.of())
                .then()
                .statusCode(401)
                .body("authorize_url", nullValue());
    }

    private static void toldOfALink(TestUser owner) {
        await().until(() -> MailServer.to(owner.email()).stream()
                .anyMatch(mail -> mail.text().contains("linked to an account of yours at another provider")
                        && mail.subject().startsWith("Security notice")));
    }

    /** The code that the browser brings back for a link. */
    private static String code(Tokens tokens, Person who) {
        Tab own = new Tab(app.api(), ALIAS);
        Map<String, String> brought = Tab.brought(own.back(provider.signIn(sent(own, start(tokens, ALIAS)), who)));
        assertThat(brought).containsKey("heimdall_code");
        return brought.get("heimdall_code");
    }

    private static String start(Tokens tokens, String alias) {
        return start(tokens.access(), alias, Tab.RETURN_TO)
                .statusCode(200)
                .extract()
                .path("authorize_url");
    }

    private static ValidatableResponse start(String bearer, String alias, String returnTo) {
        return app.api()
                .as(bearer, Method.POST, "/me/identities/" + alias + "/authorize", Map.of("return_to", returnTo));
    }

    /** Opens the URL, which must lead to the provider's page. */
    private static String sent(Tab tab, String url) {
        return tab.open(url).statusCode(302).extract().header("Location");
    }

    private static ValidatableResponse link(Tokens tokens, String code) {
        return app.api().as(tokens.access(), Method.POST, "/me/identities", Map.of("code", code));
    }

    private static ValidatableResponse unlink(Tokens tokens) {
        return app.api().as(tokens.access(), Method.DELETE, "/me/identities/" + ALIAS, null);
    }

    private static Tokens signedIn(Person who) {
        return Tokens.of(exchange(new Tab(app.api(), ALIAS).code(provider, who)));
    }

    private static ValidatableResponse exchange(String code) {
        return app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then();
    }

    private static void page(ValidatableResponse answer) {
        answer.statusCode(400)
                .contentType(startsWith("text/plain"))
                .body(startsWith("This sign-in cannot be completed"));
    }
}
