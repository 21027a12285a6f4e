/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
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

/** How the settings of a provider are put and patched at the platform API, and which are refused. */
class ProviderSettingsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final AdminsProviders providers = new AdminsProviders(app);

    @BeforeEach
    void forget() {
        providers.forget();
    }

    @Test
    void givenApplesSettings_whenPutting_thenAllButTheKeyIsAnswered() {
        providers
                .put("apple", AdminsProviders.apple(), true)
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
        String put = providers
                .put("google", AdminsProviders.google(), true)
                .statusCode(200)
                .extract()
                .asString();
        String read = providers
                .call(Method.GET, "/google", null)
                .statusCode(200)
                .extract()
                .asString();
        String list = providers.call(Method.GET, "", null).extract().asString();

        assertThat(put + read + list).doesNotContain("the-secret").contains("client_secret_present");
    }

    @Test
    void givenNoEnabled_whenPutting_thenItIsOff() {
        providers.put("github", AdminsProviders.github(), true).body("enabled", is(true));

        providers
                .call(Method.PUT, "/github", Map.of("config", AdminsProviders.github()))
                .statusCode(200)
                .body("enabled", is(false));
    }

    @Test
    void givenSettingsInCamelCase_whenPutting_thenTheSame() {
        providers
                .put("github", Map.of("clientId", "web", "clientSecret", "the-secret"), true)
                .statusCode(200)
                .body("config.client_id", equalTo("web"));
    }

    @Test
    void givenSomeSettings_whenPatching_thenTheOthersStayWithTheSecret() {
        providers.put("apple", AdminsProviders.apple(), true);

        providers
                .call(Method.PATCH, "/apple", Map.of("config", Map.of("service_id", "com.example.other")))
                .statusCode(200)
                .body("enabled", is(true))
                .body("config.service_id", equalTo("com.example.other"))
                .body("config.bundle_ids", contains("com.example.ios", "com.example.mac"))
                .body("config.private_key_present", is(true));
    }

    @Test
    void givenEnabledAlone_whenPatching_thenNothingElse() {
        providers.put("github", AdminsProviders.github(), false);

        providers
                .call(Method.PATCH, "/github", Map.of("enabled", true))
                .statusCode(200)
                .body("enabled", is(true))
                .body("config.client_id", equalTo("web"));
    }

    @Test
    void givenNull_whenPatching_thenTheSettingGoesIfItCan() {
        providers.put("google", AdminsProviders.google(), true);

        providers
                .call(Method.PATCH, "/google", Map.of("config", nulled("hosted_domain")))
                .statusCode(200)
                .body("config.hosted_domain", nullValue());
        providers
                .call(Method.PATCH, "/google", Map.of("config", nulled("client_secret")))
                .statusCode(400)
                .body("errors.field", contains("config.client_secret"));
    }

    @Test
    void givenWhatGetAnswered_whenPatching_thenTaken() {
        Map<String, Object> config =
                providers.put("apple", AdminsProviders.apple(), true).extract().path("config");

        providers
                .call(Method.PATCH, "/apple", Map.of("config", config))
                .statusCode(200)
                .body("config", equalTo(config));
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
                with("private_key_pem", List.of(AdminsProviders.KEY)),
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
        String answer = providers
                .put("apple", config, true)
                .statusCode(400)
                .body("errors[0].reason", not(nullValue()))
                .extract()
                .asString();

        assertThat(answer).doesNotContain(AdminsProviders.KEY.substring(30, 60));
        providers.call(Method.GET, "/apple", null).statusCode(404);
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
        providers.call(Method.PUT, "/github", body).statusCode(400);
    }

    @Test
    void givenANativeAppAlone_whenPutting_thenItNeedsNoServiceAndStaysOffKeycloaksPage() {
        providers
                .put("apple", Map.of("bundle_ids", List.of("com.example.ios")), true)
                .statusCode(200)
                .body("config.private_key_present", is(false));
        assertThat(providers.shown("apple")).containsEntry("hideOnLogin", true);
    }

    @Test
    void givenOneProvider_whenPutTenTimesAtOnce_thenItIsThereOnceAndWhole() {
        List<Integer> statuses = AtOnce.run(10, i -> providers
                .put("google", Map.of("client_id", "web-" + i, "client_secret", "s" + i), true)
                .extract()
                .statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(app.realm().list("/identity-provider/instances"))
                .filteredOn(provider -> "google".equals(provider.get("alias")))
                .hasSize(1);
    }

    @Test
    void givenPatchesOfDifferentSettings_whenAtOnce_thenNoneIsLost() {
        providers.put("apple", AdminsProviders.apple(), false);
        List<Map<String, ?>> patches = List.of(
                Map.of("config", Map.of("service_id", "com.example.b")),
                Map.of("config", Map.of("bundle_ids", List.of("com.example.c"))),
                Map.of("config", Map.of("team_id", "TEAM000000")),
                Map.of("enabled", true));

        AtOnce.run(patches.size(), i -> providers
                .call(Method.PATCH, "/apple", patches.get(i))
                .statusCode(200)
                .extract()
                .statusCode());

        providers
                .call(Method.GET, "/apple", null)
                .body("enabled", is(true))
                .body("config.service_id", equalTo("com.example.b"))
                .body("config.bundle_ids", contains("com.example.c"))
                .body("config.team_id", equalTo("TEAM000000"));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> config = AdminsProviders.apple();
        config.put(name, value);
        return config;
    }

    private static Map<String, Object> nulled(String name) {
        Map<String, Object> config = new HashMap<>();
        config.put(name, null);
        return config;
    }
}
