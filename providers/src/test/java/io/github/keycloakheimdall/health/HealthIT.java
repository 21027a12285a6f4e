/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin is told of what an app lacks. */
@OnOneDatabase
class HealthIT {

    @RegisterExtension
    static final App server = App.fresh();

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(server.server());
    }

    @AfterEach
    void deleteTheApp() {
        app.close();
    }

    @Test
    void givenAnApp_whenNothingIsAmiss_thenNothingIsFound() {
        health().body("data", empty());
    }

    @Test
    void givenSeveralThingsAmiss_whenLooking_thenEachIsSaidWithItsCureTheWorstFirst() {
        app.set("heimdall.max_sessions", "many");
        app.set("heimdall.signup_default_role", "nobody");
        app.realm().update(Map.of("eventsEnabled", false));
        disableClient();

        health().body(
                        "data.code",
                        contains("client_disabled", "events_off", "setting_unreadable", "signup_default_role_unknown"))
                .body("data.severity", contains("error", "warning", "warning", "warning"))
                .body("data.message", everyItem(not(blankString())))
                .body("data.cure", everyItem(not(blankString())));
    }

    @Test
    void givenARoleFromBeforeTheApp_whenLooking_thenItIsSaidUntilItIsHandedOver() {
        app.set("heimdall.enabled", "false");
        Map<String, Object> role = new HashMap<>(app.realm().role("member"));
        role.put("attributes", Map.of());
        app.realm().call(Method.PUT, "/roles/member", role);
        app.set("heimdall.enabled", "true");

        health().body("data.code", contains("role_not_ours", "signup_default_role_unknown"));
        role.put("attributes", Map.of("heimdall.role", List.of("system")));
        app.realm().call(Method.PUT, "/roles/member", role);

        health().body("data", empty());
    }

    @Test
    void givenAMailServerThatTakesNothing_whenAMailWasToGo_thenItIsSaid() {
        app.realm().update(Map.of("smtpServer", Map.of("host", "127.0.0.1", "port", "1", "from", "app@example.com")));
        app.set("heimdall.notifications_enabled", "true");
        app.api().signedUp(TestUser.ada());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> health().body("data.code", hasItem("mail_failing")));
    }

    @Test
    void givenARealmThatForgetsFailuresAtOnce_whenLooking_thenItIsSaid() {
        app.realm().update(Map.of("maxDeltaTimeSeconds", 0));

        health().body("data.code", contains("failures_not_kept"));
    }

    @Test
    void givenAnAdmin_whenNotAllowedToViewTheRealm_thenForbidden() {
        assertThat(RealmBoss.of(app, "view-users").here(Method.GET, "/health", null))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-realm").here(Method.GET, "/health", null))
                .isEqualTo(200);
    }

    private void disableClient() {
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        client.put("enabled", false);
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
    }

    private ValidatableResponse health() {
        return app.platform().as(Method.GET, "/health", null).statusCode(200);
    }
}
