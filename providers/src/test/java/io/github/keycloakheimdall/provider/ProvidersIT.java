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

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The providers of an app at the platform API, and what the console has of them. */
class ProvidersIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final AdminsProviders providers = new AdminsProviders(app);

    @BeforeEach
    void forget() {
        providers.forget();
    }

    @Test
    void givenANewApp_whenListing_thenThreeThatAreNotSetUp() {
        providers
                .call(Method.GET, "", null)
                .statusCode(200)
                .body("provider", contains("apple", "google", "github"))
                .body("display_name", contains("Apple", "Google", "GitHub"))
                .body("configured", contains(false, false, false))
                .body("enabled", contains(false, false, false))
                .body("updated_at", contains(nullValue(), nullValue(), nullValue()));
    }

    @Test
    void givenAProvider_whenTheConsoleOpensIt_thenItHasTheSameAndTheSafeguards() {
        providers.put("google", AdminsProviders.google(), true);

        Map<String, Object> shown = providers.shown("google");
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
        String createdAt = providers
                .put("google", AdminsProviders.google(), true)
                .extract()
                .path("created_at");
        Map<String, Object> shown = new HashMap<>(providers.shown("google"));
        Map<String, String> config = config(shown);
        config.put("clientId", "other");
        shown.put("config", config);
        shown.put("enabled", false);
        app.realm().call(Method.PUT, "/identity-provider/instances/google", shown);

        String updatedAt = providers
                .call(Method.GET, "/google", null)
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

        providers
                .call(Method.GET, "", null)
                .body("[2].display_name", equalTo("The octopus"))
                .body("[2].enabled", is(true))
                .body("[2].updated_at", not(nullValue()));
    }

    @Test
    void givenOtherProvidersOfTheRealm_whenListing_thenThoseThatSignInHereFollow() {
        other("corp", "oidc", "Corp");
        other("saml", "saml", "Old corp");

        providers
                .call(Method.GET, "", null)
                .statusCode(200)
                .body("provider", hasItem("corp"))
                .body("provider", not(hasItem("saml")))
                .body("find { it.provider == 'corp' }.display_name", equalTo("Corp"));
        providers.call(Method.GET, "/corp", null).statusCode(400).body("errors.field", contains("provider"));
    }

    @Test
    void givenAnAliasOfAnotherKind_whenWriting_then409AndItStaysAsItIs() {
        other("github", "oidc", "Not GitHub");

        providers
                .call(Method.DELETE, "/github", null)
                .statusCode(409)
                .body("code", equalTo("PROVIDER_MANAGED_ELSEWHERE"));
        providers
                .put("github", AdminsProviders.github(), true)
                .statusCode(409)
                .body("code", equalTo("PROVIDER_MANAGED_ELSEWHERE"));
        providers.call(Method.PATCH, "/github", Map.of("enabled", false)).statusCode(409);
        assertThat(providers.shown("github"))
                .containsEntry("providerId", "oidc")
                .containsEntry("enabled", true);
    }

    @Test
    void givenNoProvider_whenReadingAndPatching_then404() {
        providers.call(Method.GET, "/google", null).statusCode(404);
        providers.call(Method.PATCH, "/google", Map.of("enabled", true)).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gitlab", "APPLE", "apple%20", "nonsense"})
    void givenAnUnknownProvider_whenCalling_then400ThatNamesIt(String provider) {
        providers.call(Method.GET, "/" + provider, null).statusCode(400).body("errors.field", contains("provider"));
        providers
                .call(Method.PUT, "/" + provider, Map.of("config", AdminsProviders.github()))
                .statusCode(400);
        providers.call(Method.PATCH, "/" + provider, Map.of("enabled", true)).statusCode(400);
        providers.call(Method.DELETE, "/" + provider, null).statusCode(400);
    }

    @Test
    void givenSomeoneWhoIsLinked_whenDeleting_thenTheLinkStays() {
        providers.put("github", AdminsProviders.github(), true);
        Tokens ada = app.api().signedUp(TestUser.ada());
        String links = "/users/" + ada.userId() + "/federated-identity";
        app.realm().call(Method.POST, links + "/github", Map.of("userId", "7", "userName", "ada"));

        providers.delete("github").statusCode(204);
        providers.call(Method.GET, "/github", null).statusCode(404);
        providers.put("github", AdminsProviders.github(), true).statusCode(200);

        assertThat(app.realm().list(links))
                .extracting(link -> link.get("userId"))
                .containsExactly("7");
    }

    @Test
    void givenAnAdminWhoMayLookAlone_whenWriting_then403() {
        providers.put("github", AdminsProviders.github(), true);
        RealmBoss viewer = RealmBoss.of(app, "view-identity-providers");

        assertThat(viewer.here(Method.GET, AdminsProviders.PATH, null)).isEqualTo(200);
        assertThat(viewer.here(Method.GET, AdminsProviders.PATH + "/github", null))
                .isEqualTo(200);
        assertThat(viewer.here(
                        Method.PUT, AdminsProviders.PATH + "/github", Map.of("config", AdminsProviders.github())))
                .isEqualTo(403);
        assertThat(viewer.here(Method.PATCH, AdminsProviders.PATH + "/github", Map.of("enabled", false)))
                .isEqualTo(403);
        assertThat(viewer.here(Method.DELETE, AdminsProviders.PATH + "/github", null))
                .isEqualTo(403);
        providers.call(Method.GET, "/github", null).body("enabled", is(true));
    }

    @Test
    void givenAnAdminOfOtherThings_whenReading_then403() {
        assertThat(RealmBoss.of(app, "manage-users", "view-clients").here(Method.GET, AdminsProviders.PATH, null))
                .isEqualTo(403);
    }

    @Test
    void givenChanges_whenReadingTheAuditLog_thenTheyAreToldWithoutValues() {
        app.realm().update(Map.of("adminEventsEnabled", true));
        providers.put("github", AdminsProviders.github(), false);
        providers.call(Method.PATCH, "/github", Map.of("enabled", true));
        providers.delete("github");

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

    @SuppressWarnings("unchecked")
    private static Map<String, String> config(Map<String, Object> shown) {
        return new HashMap<>((Map<String, String>) shown.get("config"));
    }
}
