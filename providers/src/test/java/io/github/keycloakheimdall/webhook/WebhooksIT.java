/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook of an app is set up, read, given another secret and taken away. */
class WebhooksIT {

    private static final String URL = "https://api.example.com/hooks";

    @RegisterExtension
    static final App app = App.fresh();

    private final Hook hook = new Hook(app);

    @AfterEach
    void takeAway() {
        hook.call(Method.DELETE, "").statusCode(204);
    }

    @Test
    void givenNone_thenItReadsAsNull() {
        assertThat(hook.call(Method.GET, "").statusCode(200).extract().asString())
                .isEqualTo("null");
        hook.call(Method.GET, "/attempts").statusCode(200).body("", empty());
        hook.call(Method.GET, "/dead-letters").statusCode(200).body("data", empty());
        hook.call(Method.POST, "/rotate-secret").statusCode(404);
        hook.call(Method.POST, "/dead-letters/replay").statusCode(404);
        hook.call(Method.POST, "/dead-letters/evt_1/replay").statusCode(404);
    }

    @Test
    void givenAUrlAndTypes_thenTheSecretIsShownOnceAndTheRestStays() {
        String secret = hook.put(URL, List.of("user.signup", "tenant.created", "user.signup"))
                .statusCode(200)
                .body("signing_secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("url", equalTo(URL))
                .body("app_id", equalTo(app.realm().read().get("id")))
                .body("event_types", contains("user.signup", "tenant.created"))
                .body("disabled_at", nullValue())
                .body("consecutive_failures", equalTo(0))
                .body("dead_letter_dropped_count", equalTo(0))
                .extract()
                .path("signing_secret");

        hook.call(Method.GET, "")
                .statusCode(200)
                .body("signing_secret_hint", equalTo(secret.substring(secret.length() - 4)))
                .body("$", not(hasItem("signing_secret")))
                .body("event_types", contains("user.signup", "tenant.created"));
    }

    @Test
    void givenOne_whenItIsReplacedOrRotated_thenItKeepsItsIdAndGetsAnotherSecret() {
        String first = hook.tell(URL, "user.signup");
        String id = hook.read().getString("id");

        String second = hook.put(URL + "/2", List.of())
                .statusCode(200)
                .body("id", equalTo(id))
                .body("event_types", empty())
                .extract()
                .path("signing_secret");
        String third = hook.call(Method.POST, "/rotate-secret")
                .statusCode(200)
                .body("url", equalTo(URL + "/2"))
                .extract()
                .path("signing_secret");

        assertThat(Stream.of(first, second, third).distinct()).hasSize(3);
    }

    @Test
    void givenChanges_thenTheAuditLogTellsThemAndNoSecret() {
        String secret = hook.tell(URL, "user.signup");
        hook.call(Method.POST, "/rotate-secret").statusCode(200);
        hook.call(Method.DELETE, "").statusCode(204);

        String log = app.platform()
                .as(Method.GET, "/audit-logs", null)
                .statusCode(200)
                .body("data.action", hasItem("webhook.created"))
                .body("data.action", hasItem("webhook.secret_rotated"))
                .body("data.action", hasItem("webhook.deleted"))
                .extract()
                .asString();
        assertThat(log).doesNotContain(secret).contains(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/hooks",
                "api.example.com",
                "ftp://api.example.com/",
                "https://",
                "https:///hooks",
                "https://user:" + "word@api.example.com/",
                "https://api.example.com/#part",
                "https://api.example.com:99999/",
                "https://api example.com/",
                "javascript:alert(1)"
            })
    void givenAUrlThatNothingCanBeSentTo_thenItIs400(String url) {
        hook.put(url, List.of("user.signup")).statusCode(400).body("errors.field", contains("url"));
        assertThat(hook.call(Method.GET, "").extract().asString()).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource
    void givenABadBody_thenItIs400AndNothingIsKept(Object body) {
        app.platform().as(Method.PUT, "/webhook", body).statusCode(400);
        assertThat(hook.call(Method.GET, "").extract().asString()).isEqualTo("null");
    }

    static Stream<Object> givenABadBody_thenItIs400AndNothingIsKept() {
        return Stream.of(
                Map.of("url", URL),
                Map.of("event_types", List.of("user.signup")),
                Map.of("url", URL, "event_types", "user.signup"),
                Map.of("url", URL, "event_types", List.of("user.created")),
                Map.of("url", URL, "event_types", List.of("USER_SIGNUP")),
                Map.of("url", URL, "event_types", List.of(1)),
                "{\"url\":\"" + URL + "\",\"event_types\":[null]}",
                Map.of("url", 1, "event_types", List.of()),
                Map.of("url", URL + "/" + "a".repeat(2048), "event_types", List.of()),
                "{\"url\":\"" + URL + "\\u0000\",\"event_types\":[]}",
                "{\"url\":\"" + URL + "\\ud800\",\"event_types\":[]}",
                Map.of("url", URL, "event_types", List.of(), "secret", "mine"),
                "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x"})
    void givenABadPage_thenItIs400(String query) {
        hook.call(Method.GET, "/attempts?" + query).statusCode(400);
        hook.call(Method.GET, "/dead-letters?" + query).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=", "cursor", "limit=3&cursor="})
    void givenAnEmptyCursor_thenTheFirstAttemptsComeAsAPage(String query) {
        hook.call(Method.GET, "/attempts?" + query).statusCode(200).body("pagination.has_more", equalTo(false));
    }

    @Test
    void givenAnAdminOfAnotherRealm_thenItIsRefused() {
        try (App other = App.fresh().createOn(app.server())) {
            String bearer = RealmBoss.of(other, "realm-admin").bearer();
            for (Method method : List.of(Method.GET, Method.DELETE)) {
                app.platform()
                        .request(method, "/webhook", null, Map.of("authorization", "Bearer " + bearer))
                        .then()
                        .statusCode(403);
            }
        }
    }

    @Test
    void givenAnAdminWithALesserRole_thenOnlyWhoManagesTheRealmAndSeesEventsSetsItUp() {
        Map<String, Object> body = Map.of("url", URL, "event_types", List.of("user.signup"));

        assertThat(RealmBoss.of(app, "view-realm").here(Method.PUT, "/webhook", body))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "manage-realm").here(Method.PUT, "/webhook", body))
                .isEqualTo(403);
        RealmBoss boss = RealmBoss.of(app, "manage-realm", "view-events");
        assertThat(boss.here(Method.PUT, "/webhook", body)).isEqualTo(200);
        assertThat(boss.here(Method.GET, "/webhook/dead-letters", null)).isEqualTo(200);
        assertThat(RealmBoss.of(app, "view-realm").here(Method.GET, "/webhook/dead-letters", null))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-realm").here(Method.GET, "/webhook", null))
                .isEqualTo(200);
        assertThat(RealmBoss.of(app, "manage-realm").here(Method.POST, "/webhook/rotate-secret", null))
                .isEqualTo(403);
    }
}
