/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.apple;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.KeycloakAdmin;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Apple among Keycloak's own identity providers, as the console sets it up. */
@OnOneDatabase
class AppleSettingsIT {

    private static final String MASK = "**********";

    @RegisterExtension
    static final App app = App.fresh();

    private final AppleKey key = AppleKey.fresh();

    @AfterEach
    void forget() {
        request(Method.DELETE, "/instances/apple", null);
    }

    @Test
    void givenTheConsole_whenLookingForProviders_thenAppleIsASocialOne() {
        List<Map<String, Object>> offered = KeycloakAdmin.of(app.server())
                .succeed(Method.GET, "/admin/serverinfo", null)
                .jsonPath()
                .getList("identityProviders");

        assertThat(offered)
                .filteredOn(provider -> "apple".equals(provider.get("id")))
                .singleElement()
                .satisfies(apple -> assertThat(apple).containsEntry("groupName", "Social"));
    }

    @Test
    void givenAKeyWhoseNewlinesBecameSpaces_whenSaving_thenTakenAndMasked() {
        save(config(key.file().replace('\n', ' '))).then().statusCode(201);

        assertThat(stored()).containsEntry("clientSecret", MASK).containsEntry("teamId", "TEAM567890");
    }

    @Test
    void givenTheMask_whenSavingAgain_thenTaken() {
        save(config(key.file())).then().statusCode(201);

        Map<String, Object> again = new HashMap<>(
                request(Method.GET, "/instances/apple", null).jsonPath().getMap("$"));
        again.put("displayName", "Apple ID");
        request(Method.PUT, "/instances/apple", again).then().statusCode(204);
    }

    @Test
    void givenAVaultsName_whenSaving_thenTaken() {
        save(config("${vault.apple}")).then().statusCode(201);
    }

    @Test
    void givenWhatIsNoKey_whenSaving_then400ThatSaysSo() {
        assertThat(save(config("nonsense")).then().statusCode(400).extract().<String>path("errorMessage"))
                .isEqualTo("The private key is not the content of Apple's .p8 file");
    }

    @Test
    void givenATeamIdOfAnotherForm_whenSaving_then400ThatSaysSo() {
        Map<String, String> config = config(key.file());
        config.put("teamId", "team");

        assertThat(save(config).then().statusCode(400).extract().<String>path("errorMessage"))
                .startsWith("The team ID must have ten");
    }

    @Test
    void givenNoKeyId_whenSaving_then400() {
        Map<String, String> config = config(key.file());
        config.remove("keyId");

        save(config).then().statusCode(400);
    }

    @Test
    void givenApple_whenOpeningKeycloaksLoginPage_thenItLeadsThereAndAsksForAForm() {
        save(config(key.file())).then().statusCode(201);
        Browser browser = new Browser();
        String page = browser.login(app).asString();

        assertThat(page).contains("/broker/apple/login");
        String link = page.replaceAll("(?s).*href=\"([^\"]*/broker/apple/login[^\"]*)\".*", "$1");
        String location = browser.open(
                        app.server().baseUri() + link.replace("&amp;", "&").replaceAll("^https?://[^/]+", ""))
                .header("Location");
        assertThat(location)
                .startsWith("https://appleid.apple.com/auth/authorize?")
                .contains("response_mode=form_post", "client_id=com.example.web", "scope=openid", "nonce=");
    }

    private static Map<String, String> config(String secret) {
        return new HashMap<>(Map.of(
                "clientId", "com.example.web", "clientSecret", secret, "teamId", "TEAM567890", "keyId", "KEYID67890"));
    }

    private static Response save(Map<String, String> config) {
        return request(
                Method.POST,
                "/instances",
                Map.of("alias", "apple", "providerId", "apple", "enabled", true, "config", config));
    }

    private static Map<String, Object> stored() {
        return request(Method.GET, "/instances/apple", null).jsonPath().getMap("config");
    }

    private static Response request(Method method, String path, Object body) {
        return KeycloakAdmin.of(app.server())
                .request(method, "/admin/realms/" + app.slug() + "/identity-provider" + path, body);
    }
}
