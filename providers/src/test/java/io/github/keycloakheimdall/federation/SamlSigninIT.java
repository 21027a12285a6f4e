/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.SinceKeycloak26;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A browser signs in by a provider that speaks SAML, which is another realm of the same server. */
@SinceKeycloak26(5)
class SamlSigninIT {

    private static final String ALIAS = "company";

    /** The same, but that another key is known for it. */
    private static final String STRANGE = "strange";

    private static final Pattern FIELD =
            Pattern.compile("name=\"(SAMLResponse|RelayState)\"\\s+value=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.allowed_redirect_origins", "https://app.example.com");

    @RegisterExtension
    static final App company = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final Tab tab = new Tab(app.api(), ALIAS);

    @BeforeAll
    static void setUp() {
        String base = app.server().baseUri().toString();
        company.realm()
                .call(
                        Method.POST,
                        "/clients",
                        Map.of(
                                "clientId",
                                base + "/realms/" + app.slug(),
                                "protocol",
                                "saml",
                                "redirectUris",
                                List.of(callback(), callback(STRANGE)),
                                "attributes",
                                Map.of(
                                        "saml.client.signature", "false",
                                        "saml.server.signature", "true",
                                        "saml.assertion.signature", "true",
                                        "saml.force.post.binding", "true"),
                                "protocolMappers",
                                List.of(Map.of(
                                        "name",
                                        "email",
                                        "protocol",
                                        "saml",
                                        "protocolMapper",
                                        "saml-user-property-mapper",
                                        "config",
                                        Map.of(
                                                "user.attribute", "email",
                                                "attribute.name", "urn:oid:1.2.840.113549.1.9.1",
                                                "attribute.nameformat", "URI Reference")))));
        provider(ALIAS, certificate(company));
        provider(STRANGE, certificate(app));
    }

    @BeforeEach
    void employ() {
        company.realm()
                .call(
                        Method.POST,
                        "/users",
                        Map.of(
                                "username",
                                ada.username(),
                                "email",
                                ada.email(),
                                "firstName",
                                "Ada",
                                "lastName",
                                "Lovelace",
                                "enabled",
                                true,
                                "credentials",
                                List.of(Map.of("type", "password", "value", ada.password()))));
    }

    @Test
    void givenSomeoneNew_whenSigningIn_thenAnAccountAndTheSameOneLater() {
        Tokens tokens = tokens(Tab.brought(tab.posted(callback(), answer(tab))).get("heimdall_code"));

        assertThat(tokens.accessJwt().<List<String>>claim("amr")).containsExactly("oauth", ALIAS);
        app.api().me(tokens.access()).body("email", equalTo(ada.email())).body("emailVerifiedAt", nullValue());
        Tab later = new Tab(app.api(), ALIAS);
        assertThat(tokens(Tab.brought(later.posted(callback(), answer(later))).get("heimdall_code"))
                        .userId())
                .isEqualTo(tokens.userId());
    }

    @Test
    void givenAnAppsProviders_whenListed_thenItIsOne() {
        app.platform().as(Method.GET, "/auth-config/providers", null).body("provider", hasItem(ALIAS));
    }

    @Test
    void givenSomeoneSignedIn_whenLinking_thenLinked() {
        Tokens tokens = app.api().signedUp(TestUser.named("grace"));
        String url = app.api()
                .as(
                        tokens.access(),
                        Method.POST,
                        "/me/identities/" + ALIAS + "/authorize",
                        Map.of("return_to", Tab.RETURN_TO))
                .extract()
                .path("authorize_url");
        String page = tab.open(url).statusCode(302).extract().header("Location");
        String code = Tab.brought(tab.posted(callback(), signedInAt(page))).get("heimdall_code");

        app.api()
                .as(tokens.access(), Method.POST, "/me/identities", Map.of("code", code))
                .statusCode(201);
    }

    @Test
    void givenAnAnswer_whenChangedOrUnsigned_thenRefused() {
        String other = TestUser.named("mallory").email();
        assertThat(Tab.refusal(tab.posted(callback(), changed(answer(tab), ada.email(), other))))
                .isEqualTo("provider_unavailable");
        assertThat(Tab.refusal(tab.posted(
                        callback(), changed(answer(tab), "(?s)<[a-z]+:Signature.*?</[a-z]+:Signature>", ""))))
                .isEqualTo("provider_unavailable");
        assertThat(Tab.refusal(tab.posted(callback(), changed(answer(tab), "InResponseTo=\"[^\"]+\"", ""))))
                .isEqualTo("provider_unavailable");
        assertThat(app.realm().list("/users?email=" + other)).isEmpty();
    }

    @Test
    void givenAnAnswerToAnotherAttempt_whenPosted_thenRefused() {
        Map<String, String> mixed = answer(tab);
        mixed.put("SAMLResponse", answer(tab).get("SAMLResponse"));

        assertThat(Tab.refusal(tab.posted(callback(), mixed))).isEqualTo("provider_unavailable");
    }

    @Test
    void givenAnAnswerSignedByAnother_whenPosted_thenRefused() {
        Tab strange = new Tab(app.api(), STRANGE);

        assertThat(Tab.refusal(strange.posted(callback(STRANGE), answer(strange))))
                .isEqualTo("provider_unavailable");
    }

    @Test
    void givenAnAnswerForAnotherProvider_whenPosted_thenRefused() {
        Tab strange = new Tab(app.api(), STRANGE);
        Map<String, String> form = answer(tab);
        form.put("RelayState", Tab.query(strange.start()).get("RelayState"));

        assertThat(Tab.refusal(strange.posted(callback(STRANGE), form))).isEqualTo("provider_unavailable");
    }

    @Test
    void givenAnAnswer_whenPostedTwiceOrByAnotherBrowser_thenAPage() {
        Map<String, String> form = answer(tab);

        page(new Tab(app.api(), ALIAS)
                .posted(callback(), form)
                .statusCode(400)
                .extract()
                .response());
        tab.posted(callback(), form).statusCode(303);
        page(tab.posted(callback(), form).statusCode(400).extract().response());
    }

    @Test
    void givenNonsense_whenPosted_thenTheAppIsTold() {
        for (String nonsense :
                List.of(" ", "x", "PHg+", "%%%", "<xml/>", Base64.getEncoder().encodeToString(new byte[99]))) {
            Map<String, String> form =
                    Map.of("RelayState", Tab.query(tab.start()).get("RelayState"), "SAMLResponse", nonsense);
            assertThat(Tab.refusal(tab.posted(callback(), form))).isEqualTo("provider_unavailable");
        }
    }

    private static void page(Response answer) {
        answer.then().body(startsWith("This sign-in cannot be completed"));
    }

    /** The form that the company's page posts once someone signed in there. */
    private Map<String, String> answer(Tab own) {
        return signedInAt(own.start());
    }

    private Map<String, String> signedInAt(String page) {
        Browser browser = new Browser();
        Response login = browser.open(page);
        Response done = browser.submit(login, Map.of("username", ada.username(), "password", ada.password()));
        Map<String, String> form = new HashMap<>();
        Matcher fields = FIELD.matcher(done.asString());
        while (fields.find()) {
            form.put(fields.group(1), fields.group(2).replace("&#x3D;", "=").replace("&#61;", "="));
        }
        assertThat(form).as(done.asString()).containsOnlyKeys("SAMLResponse", "RelayState");
        return form;
    }

    private static Map<String, String> changed(Map<String, String> form, String pattern, String by) {
        String answer = new String(Base64.getMimeDecoder().decode(form.get("SAMLResponse")), UTF_8);
        String changed = answer.replaceAll(pattern, by);
        assertThat(changed).isNotEqualTo(answer);
        Map<String, String> posted = new HashMap<>(form);
        posted.put("SAMLResponse", Base64.getEncoder().encodeToString(changed.getBytes(UTF_8)));
        return posted;
    }

    private static Tokens tokens(String code) {
        return Tokens.of(app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then());
    }

    private static String callback() {
        return callback(ALIAS);
    }

    private static String callback(String alias) {
        return app.server().baseUri() + "/" + app.slug() + "/v1/auth/oauth/" + alias + "/callback";
    }

    /** With a switch that is off in the console, and the binding of requests that we cannot send. */
    private static void provider(String alias, String certificate) {
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                alias,
                                "providerId",
                                "saml",
                                "trustEmail",
                                true,
                                "config",
                                Map.of(
                                        "singleSignOnServiceUrl",
                                        app.server().baseUri() + "/realms/" + company.slug() + "/protocol/saml",
                                        "signingCertificate",
                                        certificate,
                                        "validateSignature",
                                        "false",
                                        "postBindingAuthnRequest",
                                        "true",
                                        "nameIDPolicyFormat",
                                        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                                        "principalType",
                                        "SUBJECT")));
    }

    private static String certificate(App realm) {
        return realm.realm()
                .call(Method.GET, "/keys", null)
                .jsonPath()
                .getString("keys.find { it.algorithm == 'RS256' && it.use == 'SIG' }.certificate");
    }
}
