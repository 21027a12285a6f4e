/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.apple.AppleKey;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The providers of an app at the platform API, and what the console has of them. */
class ProvidersIT {

    private static final String PROVIDERS = "/auth-config/providers";
    private static final String KEY = AppleKey.fresh().file();

    @RegisterExtension
    static final App app = App.fresh();

    @BeforeEach
    void forget() {
        app.realm().list("/identity-provider/instances").forEach(provider -> app.realm()
                .call(Method.DELETE, "/identity-provider/instances/" + provider.get("alias"), null));
    }

    @Test
    void givenANewApp_whenListing_thenThreeThatAreNotSetUp() {
        call(Method.GET, "", null)
                .statusCode(200)
                .body("provider", contains("apple", "google", "github"))
                .body("display_name", contains("Apple", "Google", "GitHub"))
                .body("configured", contains(false, false, false))
                .body("enabled", contains(false, false, false))
                .body("updated_at", contains(nullValue(), nullValue(), nullValue()));
    }

    @Test
    void givenApplesSettings_whenPutting_thenAllButTheKeyIsAnswered() {
        put("apple", apple(), true)
                .statusCode(200)
                .body("provider", equalTo("apple"))
                .body("enabled", is(true))
                .body("config.service_id", equalTo("com.example.web"))
                .body("config.bundle_ids", contains("com.example.ios", "com.example.mac"))
                .body("config.team_id", equalTo("TEAM567890"))
                .body("config.key_id", equalTo("KEYID67890"))
                .body("config.private_key_present", is(true))
                .body("config.private_key_pem", nullValue())
                .body(
                        "config.callback_url",
                        equalTo(app.server().baseUri() + "/" + app.slug() + "/v1/auth/oauth/apple/callback"))
                .body("config.size()", equalTo(6));
    }

    @Test
    void givenGooglesSettings_whenReading_thenNoSecretInAnyAnswer() {
        String put = put("google", google(), true).statusCode(200).extract().asString();
        String read =
                call(Method.GET, "/google", null).statusCode(200).extract().asString();
        String list = call(Method.GET, "", null).extract().asString();

        assertThat(put + read + list).doesNotContain("the-secret").contains("client_secret_present");
    }

    @Test
    void givenNoEnabled_whenPutting_thenItIsOff() {
        put("github", github(), true).body("enabled", is(true));

        call(Method.PUT, "/github", Map.of("config", github())).statusCode(200).body("enabled", is(false));
    }

    @Test
    void givenSettingsInCamelCase_whenPutting_thenTheSame() {
        put("github", Map.of("clientId", "web", "clientSecret", "the-secret"), true)
                .statusCode(200)
                .body("config.client_id", equalTo("web"));
    }

    @Test
    void givenAProvider_whenTheConsoleOpensIt_thenItHasTheSameAndTheSafeguards() {
        put("google", google(), true);

        Map<String, Object> shown = shown("google");
        assertThat(shown).containsEntry("enabled", true).containsEntry("trustEmail", true);
        assertThat(config(shown))
                .containsEntry("clientId", "web")
                .containsEntry("nativeClientIds", "ios##android")
                .containsEntry("hostedDomain", "example.com")
                .containsEntry("pkceEnabled", "true")
                .containsEntry("pkceMethod", "S256")
                .containsEntry("validateSignature", "true");
    }

    @Test
    void givenAProvider_whenTheConsoleSavesIt_thenReadHereWithItsSecretAndTimes() {
        String createdAt = put("google", google(), true).extract().path("created_at");
        Map<String, Object> shown = new HashMap<>(shown("google"));
        Map<String, String> config = config(shown);
        config.put("clientId", "other");
        shown.put("config", config);
        shown.put("enabled", false);
        app.realm().call(Method.PUT, "/identity-provider/instances/google", shown);

        String updatedAt = call(Method.GET, "/google", null)
                .statusCode(200)
                .body("enabled", is(false))
                .body("config.client_id", equalTo("other"))
                .body("config.native_client_ids", contains("ios", "android"))
                .body("config.client_secret_present", is(true))
                .body("created_at", equalTo(createdAt))
                .extract()
                .path("updated_at");
        assertThat(Instant.parse(updatedAt)).isAfter(Instant.parse(createdAt));
    }

    @Test
    void givenAProviderThatTheConsoleMade_whenListing_thenItIsThereWithItsTime() {
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "github",
                                "providerId",
                                "github",
                                "displayName",
                                "The octopus",
                                "enabled",
                                true,
                                "config",
                                Map.of("clientId", "web", "clientSecret", "the-secret")));

        call(Method.GET, "", null)
                .body("[2].display_name", equalTo("The octopus"))
                .body("[2].enabled", is(true))
                .body("[2].updated_at", not(nullValue()));
    }

    @Test
    void givenOtherProvidersOfTheRealm_whenListing_thenThoseThatSignInHereFollow() {
        other("corp", "oidc", "Corp");
        other("saml", "saml", "Old corp");

        call(Method.GET, "", null)
                .statusCode(200)
                .body("provider", hasItem("corp"))
                .body("provider", not(hasItem("saml")))
                .body("find { it.provider == 'corp' }.display_name", equalTo("Corp"));
        call(Method.GET, "/corp", null).statusCode(400).body("errors.field", contains("provider"));
    }

    @Test
    void givenAnAliasOfAnotherKind_whenWriting_then409AndItStaysAsItIs() {
        other("github", "oidc", "Not GitHub");

        call(Method.DELETE, "/github", null).statusCode(409).body("code", equalTo("PROVIDER_MANAGED_ELSEWHERE"));
        put("github", github(), true).statusCode(409).body("code", equalTo("PROVIDER_MANAGED_ELSEWHERE"));
        call(Method.PATCH, "/github", Map.of("enabled", false)).statusCode(409);
        assertThat(shown("github")).containsEntry("providerId", "oidc").containsEntry("enabled", true);
    }

    @Test
    void givenSomeSettings_whenPatching_thenTheOthersStayWithTheSecret() {
        put("apple", apple(), true);

        call(Method.PATCH, "/apple", Map.of("config", Map.of("service_id", "com.example.other")))
                .statusCode(200)
                .body("enabled", is(true))
                .body("config.service_id", equalTo("com.example.other"))
                .body("config.bundle_ids", contains("com.example.ios", "com.example.mac"))
                .body("config.private_key_present", is(true));
    }

    @Test
    void givenEnabledAlone_whenPatching_thenNothingElse() {
        put("github", github(), false);

        call(Method.PATCH, "/github", Map.of("enabled", true))
                .statusCode(200)
                .body("enabled", is(true))
                .body("config.client_id", equalTo("web"));
    }

    @Test
    void givenNull_whenPatching_thenTheSettingGoesIfItCan() {
        put("google", google(), true);

        call(Method.PATCH, "/google", Map.of("config", nulled("hosted_domain")))
                .statusCode(200)
                .body("config.hosted_domain", nullValue());
        call(Method.PATCH, "/google", Map.of("config", nulled("client_secret")))
                .statusCode(400)
                .body("errors.field", contains("config.client_secret"));
    }

    @Test
    void givenWhatGetAnswered_whenPatching_thenTaken() {
        Map<String, Object> config = put("apple", apple(), true).extract().path("config");

        call(Method.PATCH, "/apple", Map.of("config", config)).statusCode(200).body("config", equalTo(config));
    }

    @Test
    void givenNoProvider_whenReadingAndPatching_then404() {
        call(Method.GET, "/google", null).statusCode(404);
        call(Method.PATCH, "/google", Map.of("enabled", true)).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab", "APPLE", "apple%20", "nonsense"})
    void givenAnUnknownProvider_whenCalling_then400ThatNamesIt(String provider) {
        call(Method.GET, "/" + provider, null).statusCode(400).body("errors.field", contains("provider"));
        call(Method.PUT, "/" + provider, Map.of("config", github())).statusCode(400);
        call(Method.PATCH, "/" + provider, Map.of("enabled", true)).statusCode(400);
        call(Method.DELETE, "/" + provider, null).statusCode(400);
    }

    static Stream<Map<String, Object>> badApples() {
        return Stream.of(
                with("service_id", null),
                with("service_id", 7),
                with("service_id", " "),
                with("service_id", "two words"),
                with("service_id", "x".repeat(256)),
                with("bundle_ids", "com.example.ios"),
                with("bundle_ids", List.of(7)),
                with("bundle_ids", List.of("")),
                with("bundle_ids", List.of("a##b")),
                with("bundle_ids", Arrays.asList("com.example.ios", null)),
                with("team_id", null),
                with("team_id", "short"),
                with("key_id", "team567890"),
                with("private_key_pem", null),
                with("private_key_pem", "nonsense"),
                with("private_key_pem", "**********"),
                with("private_key_pem", List.of(KEY)),
                with("private_key_pem", "x".repeat(8193)),
                with("nonsense", "x"),
                with("teamId", "TEAM567890"));
    }

    @ParameterizedTest
    @MethodSource("badApples")
    void givenBadSettings_whenPutting_then400InWordsAndNothingIsThere(Map<String, Object> config) {
        // A native app needs no service, so that one has to be asked of who has none.
        if (config.get("service_id") == null) {
            config.remove("bundle_ids");
        }
        String answer = put("apple", config, true)
                .statusCode(400)
                .body("errors[0].reason", not(nullValue()))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(KEY.substring(30, 60));
        call(Method.GET, "/apple", null).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"config\":null}",
                "{\"config\":[]}",
                "{\"config\":\"x\"}",
                "{\"config\":{},\"enabled\":\"yes\"}",
                "{\"config\":{},\"nonsense\":1}",
                "{\"config\":{\"client_id\":\"a\\u0000b\",\"client_secret\":\"x\"}}",
                "[]",
                "nonsense"
            })
    void givenABadBody_whenPutting_then400(String body) {
        call(Method.PUT, "/github", body).statusCode(400);
    }

    @Test
    void givenANativeAppAlone_whenPutting_thenItNeedsNoServiceAndStaysOffKeycloaksPage() {
        put("apple", Map.of("bundle_ids", List.of("com.example.ios")), true)
                .statusCode(200)
                .body("config.private_key_present", is(false));
        assertThat(shown("apple")).containsEntry("hideOnLogin", true);
    }

    @Test
    void givenSomeoneWhoIsLinked_whenDeleting_thenTheLinkStays() {
        put("github", github(), true);
        Tokens ada = app.api().signedUp(TestUser.ada());
        String links = "/users/" + ada.userId() + "/federated-identity";
        app.realm().call(Method.POST, links + "/github", Map.of("userId", "7", "userName", "ada"));

        delete("github").statusCode(204);
        call(Method.GET, "/github", null).statusCode(404);
        put("github", github(), true).statusCode(200);

        assertThat(app.realm().list(links))
                .extracting(link -> link.get("userId"))
                .containsExactly("7");
    }

    @Test
    void givenOneProvider_whenPutTenTimesAtOnce_thenItIsThereOnceAndWhole() {
        List<Integer> statuses =
                AtOnce.run(10, i -> put("google", Map.of("client_id", "web-" + i, "client_secret", "s" + i), true)
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(app.realm().list("/identity-provider/instances"))
                .filteredOn(provider -> "google".equals(provider.get("alias")))
                .hasSize(1);
    }

    @Test
    void givenPatchesOfDifferentSettings_whenAtOnce_thenNoneIsLost() {
        put("apple", apple(), false);
        List<Map<String, ?>> patches = List.of(
                Map.of("config", Map.of("service_id", "com.example.b")),
                Map.of("config", Map.of("bundle_ids", List.of("com.example.c"))),
                Map.of("config", Map.of("team_id", "TEAM000000")),
                Map.of("enabled", true));

        AtOnce.run(patches.size(), i -> call(Method.PATCH, "/apple", patches.get(i))
                .statusCode(200)
                .extract()
                .statusCode());

        call(Method.GET, "/apple", null)
                .body("enabled", is(true))
                .body("config.service_id", equalTo("com.example.b"))
                .body("config.bundle_ids", contains("com.example.c"))
                .body("config.team_id", equalTo("TEAM000000"));
    }

    @Test
    void givenAnAdminWhoMayLookAlone_whenWriting_then403() {
        put("github", github(), true);
        RealmBoss viewer = RealmBoss.of(app, "view-identity-providers");

        assertThat(viewer.here(Method.GET, PROVIDERS, null)).isEqualTo(200);
        assertThat(viewer.here(Method.GET, PROVIDERS + "/github", null)).isEqualTo(200);
        assertThat(viewer.here(Method.PUT, PROVIDERS + "/github", Map.of("config", github())))
                .isEqualTo(403);
        assertThat(viewer.here(Method.PATCH, PROVIDERS + "/github", Map.of("enabled", false)))
                .isEqualTo(403);
        assertThat(viewer.here(Method.DELETE, PROVIDERS + "/github", null)).isEqualTo(403);
        call(Method.GET, "/github", null).body("enabled", is(true));
    }

    @Test
    void givenAnAdminOfOtherThings_whenReading_then403() {
        assertThat(RealmBoss.of(app, "manage-users", "view-clients").here(Method.GET, PROVIDERS, null))
                .isEqualTo(403);
    }

    @Test
    void givenChanges_whenReadingTheAuditLog_thenTheyAreToldWithoutValues() {
        app.realm().update(Map.of("adminEventsEnabled", true));
        put("github", github(), false);
        call(Method.PATCH, "/github", Map.of("enabled", true));
        delete("github");

        String log = app.platform()
                .as(Method.GET, "/audit-logs?limit=3", null)
                .statusCode(200)
                .body(
                        "data.action",
                        hasItems("identity_provider.created", "identity_provider.updated", "identity_provider.deleted"))
                .body("data.resource_id", contains("github", "github", "github"))
                .body("data.details.enabled", hasItems("true", "false"))
                .body("data.details.config", hasItem("client_id client_secret"))
                .extract()
                .asString();
        assertThat(log).doesNotContain("the-secret");
    }

    private static Map<String, Object> apple() {
        return new HashMap<>(Map.of(
                "service_id",
                "com.example.web",
                "bundle_ids",
                List.of("com.example.ios", "com.example.mac"),
                "team_id",
                "TEAM567890",
                "key_id",
                "KEYID67890",
                "private_key_pem",
                KEY));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> config = apple();
        config.put(name, value);
        return config;
    }

    private static Map<String, Object> nulled(String name) {
        Map<String, Object> config = new HashMap<>();
        config.put(name, null);
        return config;
    }

    private static Map<String, Object> google() {
        return Map.of(
                "client_id",
                "web",
                "client_secret",
                "the-secret",
                "native_client_ids",
                List.of("ios", "android"),
                "hosted_domain",
                "example.com");
    }

    private static Map<String, Object> github() {
        return Map.of("client_id", "web", "client_secret", "the-secret");
    }

    private static void other(String alias, String kind, String name) {
        String url = "https://corp.example/";
        app.realm()
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                alias,
                                "providerId",
                                kind,
                                "displayName",
                                name,
                                "enabled",
                                true,
                                "config",
                                Map.of(
                                        "clientId",
                                        "us",
                                        "clientSecret",
                                        "the-secret",
                                        "authorizationUrl",
                                        url,
                                        "tokenUrl",
                                        url,
                                        "singleSignOnServiceUrl",
                                        url)));
    }

    private static Map<String, Object> shown(String alias) {
        return app.realm()
                .call(Method.GET, "/identity-provider/instances/" + alias, null)
                .jsonPath()
                .getMap("$");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> config(Map<String, Object> shown) {
        return new HashMap<>((Map<String, String>) shown.get("config"));
    }

    private static ValidatableResponse put(String provider, Map<String, ?> config, boolean enabled) {
        return call(Method.PUT, "/" + provider, Map.of("config", config, "enabled", enabled));
    }

    private static ValidatableResponse delete(String provider) {
        return call(Method.DELETE, "/" + provider, null);
    }

    private static ValidatableResponse call(Method method, String path, Object body) {
        return app.platform().as(method, PROVIDERS + path, body);
    }
}
