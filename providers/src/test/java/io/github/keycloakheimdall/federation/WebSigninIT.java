/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser signs in by an OpenID provider of the realm, and the app trades the code that it brings for a session. */
class WebSigninIT {

    private static final String ALIAS = "example";
    private static final Map<String, String> HTML =
            Map.of("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm("eventsEnabled", true);

    /** Of one test: an address that called too often has nothing left for the next one. */
    @RegisterExtension
    static final App refusing = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    @RegisterExtension
    static final App another = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    private final Person person = Person.fresh();
    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void addProvider() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(ALIAS, true));
    }

    @Test
    void givenSomeoneNew_whenSigningIn_thenAnAccountAndASession() {
        Tokens tokens = tokens(tab.code(provider, person.saying("given_name", "Ada", "family_name", "Lovelace")));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("oauth", ALIAS);
        app.api()
                .me(tokens.access())
                .statusCode(200)
                .body("email", equalTo(person.email()))
                .body("username", equalTo(person.email().split("@")[0]))
                .body("displayName", equalTo("Ada Lovelace"))
                .body("emailVerifiedAt", notNullValue())
                .body("role", equalTo("member"));
        assertThat(app.realm().list("/users/" + tokens.userId() + "/federated-identity"))
                .singleElement()
                .satisfies(link -> assertThat(link)
                        .containsEntry("identityProvider", ALIAS)
                        .containsEntry("userId", person.subject()));
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    @Test
    void givenSomeoneKnown_whenSigningInAgain_thenTheSameAccount() {
        Tokens first = tokens(tab.code(provider, person));
        Tokens second = tokens(new Tab(app.api(), ALIAS).code(provider, person.saying("email", "else@example.com")));

        assertThat(second.userId()).isEqualTo(first.userId());
        app.api().me(second.access()).body("email", equalTo(person.email()));
    }

    @Test
    void givenASignin_whenLookingAtTheEvents_thenTheyNameTheProvider() {
        String userId = tokens(tab.code(provider, person)).userId();

        for (String type : List.of("REGISTER", "LOGIN")) {
            assertThat(app.realm().list("/events?type=" + type + "&user=" + userId))
                    .singleElement()
                    .satisfies(event -> assertThat((Map<?, ?>) event.get("details"))
                            .extracting("identity_provider")
                            .isEqualTo(ALIAS));
        }
    }

    @Test
    void givenAStart_whenLookingAtIt_thenPkceNonceAndACookieOfThisAttempt() {
        ValidatableResponse started = tab.authorize(Tab.RETURN_TO).statusCode(302);

        Map<String, String> asked = Tab.query(started.extract().header("Location"));
        assertThat(asked)
                .containsKeys("state", "nonce", "code_challenge")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("redirect_uri")).endsWith("/" + app.slug() + "/v1/auth/oauth/" + ALIAS + "/callback");
        assertThat(started.extract().header("Set-Cookie"))
                .startsWith("heimdall-oauth-")
                .contains(
                        "; Path=/" + app.slug() + "/v1/auth/oauth/" + ALIAS + "/callback", "; HttpOnly", "Max-Age=600");
        started.header("Cache-Control", "no-store");
    }

    @Test
    void givenTwoTabs_whenBothSignIn_thenNeitherUndoesTheOther() {
        String first = tab.signedInAt(provider, person);
        String second = tab.signedInAt(provider, Person.fresh());

        assertThat(tab.cookies()).hasSize(2);
        assertThat(Tab.brought(tab.back(first))).containsKey("heimdall_code");
        assertThat(Tab.brought(tab.back(second))).containsKey("heimdall_code");
    }

    @Test
    void givenAFormFromTheProvider_whenPosted_thenTheSame() {
        assertThat(Tab.brought(tab.posted(tab.signedInAt(provider, person)))).containsKey("heimdall_code");
    }

    @Test
    void givenAnotherBrowser_whenItComesBack_thenAPageAndTheOwnOneStillGetsIn() {
        String callback = tab.signedInAt(provider, person);
        Tab other = new Tab(app.api(), ALIAS);

        page(other.back(callback));
        other.start();
        page(other.back(callback));
        assertThat(Tab.brought(tab.back(callback))).containsKey("heimdall_code");
    }

    @Test
    void givenACallback_whenReplayed_thenAPage() {
        String callback = tab.signedInAt(provider, person);
        tab.back(callback).statusCode(303);

        page(tab.back(callback));
    }

    @Test
    void givenAScannerThatAsksForTheHeadAlone_whenTheBrowserComesBack_thenItStillGetsIn() {
        String callback = tab.signedInAt(provider, person);

        tab.peek(callback).statusCode(405).header("Allow", allOf(containsString("GET"), containsString("POST")));
        assertThat(Tab.brought(tab.back(callback))).containsKey("heimdall_code");
    }

    @Test
    void givenAScannerThatAsksForTheHeadAlone_whenItWouldStart_thenNothingIsUnderWay() {
        tab.peek("/v1/auth/oauth/" + ALIAS + "/authorize?return_to=" + encode(Tab.RETURN_TO, UTF_8))
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .header("Location", nullValue())
                .header("Set-Cookie", nullValue());
    }

    @Test
    void givenNoAttempt_whenCallingBack_thenAPage() {
        page(tab.back("/v1/auth/oauth/" + ALIAS + "/callback"));
        page(tab.back("/v1/auth/oauth/" + ALIAS + "/callback?state=x&code=y"));
        page(tab.posted("/v1/auth/oauth/" + ALIAS + "/callback?error=access_denied"));
    }

    @Test
    void givenAnAttempt_whenItComesBackAtAnotherProvider_thenAPage() {
        String callback = tab.signedInAt(provider, person);

        page(tab.back(callback.replace("/oauth/" + ALIAS + "/", "/oauth/other/")));
    }

    @Test
    void givenACode_whenUsedTwice_thenOnce() {
        String code = tab.code(provider, person);
        exchange(app, code).statusCode(200);

        exchange(app, code).statusCode(401);
        exchange(app, "0123456789abcdef").statusCode(401);
        exchange(app, "short").statusCode(400);
    }

    @Test
    void givenACode_whenUsedByManyAtOnce_thenByOne() {
        String code = tab.code(provider, person);

        assertThat(AtOnce.run(8, i -> exchange(app, code).extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
    }

    @Test
    void givenACode_whenUsedAtAnotherApp_thenRefusedThereAndGoodHere() {
        String code = tab.code(provider, person);

        exchange(another, code).statusCode(403);
        exchange(app, code).statusCode(200);
    }

    @Test
    void givenACode_whenNotUsedYet_thenNoSession() {
        String code = tab.code(provider, person);
        String userId = (String) app.realm().user(person.email().split("@")[0]).get("id");

        assertThat(app.realm().sessions(userId)).isEmpty();
        exchange(app, code).statusCode(200);
        assertThat(app.realm().sessions(userId)).hasSize(1);
    }

    @Test
    void givenSomeoneNew_whenSigningInEightTimesAtOnce_thenOneAccount() {
        Person nameless = new Person(person.subject(), Map.of());

        List<String> users = AtOnce.run(8, i -> {
            Tab own = new Tab(app.api(), ALIAS);
            return tokens(own.code(provider, nameless)).userId();
        });

        assertThat(new HashSet<>(users)).hasSize(1);
    }

    @Test
    void givenAParameterInAnotherCaseOrTwice_whenStarting_thenRefused() {
        String url = encode(Tab.RETURN_TO, UTF_8);

        for (String query : List.of(
                "RETURN_TO=" + url, "return_to=" + url + "&return_to=", "return_to=" + url + "&return_to=" + url)) {
            get("/authorize?" + query, Map.of()).statusCode(400).body("errors.field", contains("return_to"));
        }
    }

    @Test
    void givenAParameterInAnotherCaseOrTwice_whenComingBack_thenRefusedAndTheAttemptGoesOn() {
        String callback = tab.signedInAt(provider, person);

        page(tab.back(callback.replace("state=", "STATE=")));
        tab.back(callback + "&state=x").statusCode(400);
        tab.back(callback + "&code=x").statusCode(400);
        tab.posted(callback + "&state=x").statusCode(400);
        assertThat(Tab.brought(tab.back(callback))).containsKey("heimdall_code");
    }

    @Test
    void givenACodeInAnotherCase_whenComingBack_thenNone() {
        assertThat(Tab.refusal(tab.back(tab.signedInAt(provider, person).replace("code=", "CODE="))))
                .isEqualTo("provider_unavailable");
    }

    @Test
    void givenABrowser_whenRefused_thenPlainLinesAndTheSameStatus() {
        linesFor(get("/authorize?return_to=x", HTML), 400);
        linesFor(get("/authorize?return_to=%00", HTML), 400);
        linesFor(get("/callback?state=%00", HTML), 400);
        linesFor(get("/callback?state=x&code=%00", HTML), 400);
        linesFor(get("/link?ticket=%00", HTML), 400);
        linesFor(get("/authorize", Map.of("accept", "text/html;q=0.9")), 400);
        linesFor(
                app.api()
                        .request(
                                Method.GET,
                                "/auth/oauth/unknown/authorize?return_to=" + encode(Tab.RETURN_TO, UTF_8),
                                null,
                                HTML)
                        .then(),
                503);
        linesFor(
                HeimdallApi.of(app.server().baseUri(), "renamed-since")
                        .request(Method.GET, "/auth/oauth/example/callback?state=x&code=y", null, HTML)
                        .then(),
                404);
        linesFor(
                app.api()
                        .request(
                                Method.POST,
                                "/auth/oauth/example/callback",
                                "a=%",
                                Map.of("accept", "text/html", "content-type", "application/x-www-form-urlencoded"))
                        .then(),
                400);
    }

    @Test
    void givenABrowser_whenTheAppIsClosedOrAsksForTlsOrTooOften_thenPlainLines() {
        refusing.set("heimdall.status", "suspended");
        linesFor(at(refusing), 403);
        refusing.set("heimdall.status", "active");
        refusing.set("heimdall.rate_limit_signin_per_minute", "1");
        at(refusing);
        linesFor(at(refusing), 429).header("Retry-After", notNullValue());
        refusing.realm().update(Map.of("sslRequired", "all"));
        linesFor(at(refusing), 403);
    }

    @Test
    void givenAProgram_whenRefused_thenJson() {
        for (Map<String, String> headers :
                List.of(Map.<String, String>of(), Map.of("accept", "text/html, application/json"))) {
            get("/authorize?return_to=x", headers).statusCode(400).contentType(startsWith("application/json"));
        }
        app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", "0123456789abcdef"), HTML)
                .then()
                .statusCode(401)
                .contentType(startsWith("application/json"));
    }

    @Test
    void givenARequestBelowRealms_whenSigningIn_thenTheBrowserComesBackThere() {
        HeimdallApi below = HeimdallApi.underRealms(app.server().baseUri(), app.slug());
        Tab own = new Tab(below, ALIAS);
        ValidatableResponse started = own.authorize(Tab.RETURN_TO).statusCode(302);
        String callback = "/realms/" + app.slug() + "/v1/auth/oauth/" + ALIAS + "/callback";

        String page = started.extract().header("Location");
        assertThat(Tab.query(page).get("redirect_uri"))
                .isEqualTo(app.server().baseUri().resolve(callback).toString());
        assertThat(started.extract().header("Set-Cookie")).contains("; Path=" + callback + ";");
        tokens(Tab.brought(own.back(provider.signIn(page, person))).get("heimdall_code"));
    }

    private static ValidatableResponse at(App where) {
        return where.api()
                .request(
                        Method.GET,
                        "/auth/oauth/unknown/authorize?return_to=" + encode(Tab.RETURN_TO, UTF_8),
                        null,
                        HTML)
                .then();
    }

    private static ValidatableResponse get(String route, Map<String, String> headers) {
        return app.api()
                .request(Method.GET, "/auth/oauth/" + ALIAS + route, null, headers)
                .then();
    }

    private static ValidatableResponse linesFor(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(startsWith("text/plain"))
                .body(startsWith("This sign-in cannot be completed"), not(containsString("{")));
    }

    private static Tokens tokens(String code) {
        return Tokens.of(exchange(app, code));
    }

    private static ValidatableResponse exchange(App where, String code) {
        return where.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then();
    }

    private static void page(ValidatableResponse answer) {
        answer.statusCode(400)
                .contentType(startsWith("text/plain"))
                .body(startsWith("This sign-in cannot be completed"));
    }
}
