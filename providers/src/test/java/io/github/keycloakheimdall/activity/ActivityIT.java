/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();
    private final Tokens tokens = app.api().signedUp(ada);

    @Test
    void givenWhatAUserDid_whenListing_thenItIsThere() {
        app.api().signin(ada.username(), "wrong").statusCode(401);
        Tokens replayed = app.api().signedIn(ada);
        app.api().refresh(replayed.refresh()).statusCode(200);
        app.api().refresh(replayed.refresh()).statusCode(401);
        app.api().addContact(tokens.access(), "phone", "+15550001111").statusCode(201);
        app.api()
                .changePassword(tokens.access(), ada.password(), "AnotherHorseBattery")
                .statusCode(204);

        List<String> actions = activity(tokens, "").extract().path("data.action");

        assertThat(actions)
                .contains(
                        "user.signup",
                        "auth.session.created",
                        "auth.signin.failed",
                        "auth.refresh.refused",
                        "user.password_changed",
                        "user.updated");
    }

    @Test
    void givenCodesAndASignOut_whenListing_thenTheyAreThere() {
        Backend backend = Backend.forCodes(app);
        Tokens ended = app.api().signedIn(ada);
        app.api().logout(ended.refresh()).statusCode(204);
        Tokens revoked = app.api().signedIn(ada);
        app.api().revokeSession(tokens.access(), revoked.sessionId()).statusCode(204);
        backend.verify(Map.of("email", ada.email()));
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .extract()
                .path("code");
        app.api().resetPassword(code, "AnotherHorseBattery").statusCode(204);

        JsonPath log = activity(app.api().signedIn(ada.withPassword("AnotherHorseBattery")), "?limit=200")
                .extract()
                .jsonPath();

        assertThat(log.getList("data.action", String.class))
                .contains("user.contact_verified", "user.password_reset.completed", "user.password_changed");
        assertThat(log.getList("data.findAll { it.action == 'auth.session.revoked' }.resource_id", String.class))
                .contains(ended.sessionId(), revoked.sessionId());
    }

    @Test
    void givenAnotherUser_whenListing_thenOnlyTheOwn() {
        Tokens other = app.api().signedUp(TestUser.named("other"));
        app.api().signedIn(ada);
        String cursor = activity(tokens, "?limit=1").extract().path("pagination.next_cursor");

        activity(other, "").body("data.actor_id", everyItem(equalTo(other.userId())));
        activity(other, "?actor_id=" + tokens.userId()).body("data.actor_id", everyItem(equalTo(other.userId())));
        activity(other, "?limit=200&cursor=" + cursor).body("data.actor_id", not(hasItem(tokens.userId())));
    }

    @Test
    void givenTenantsThatAnAdminAndABackendChange_whenReadingTheAuditLog_thenTheContractsNames() {
        Map<String, Object> key = app.platform()
                .as(
                        Method.POST,
                        "/api-keys",
                        Map.of("name", "backend", "permissions", List.of("auth.tenant.create", "auth.tenant.delete")))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");
        String backends = app.api()
                .as((String) key.get("key"), Method.POST, "/tenants", Map.of("display_name", "Of a backend"))
                .statusCode(201)
                .extract()
                .path("id");
        String admins = lifeOfATenant();

        JsonPath ofKey = audit("?actor_id=" + key.get("id"));
        assertThat(ofKey.getList("data.action", String.class)).containsExactly("tenant.created");
        assertThat(ofKey.getString("data[0].resource_type")).isEqualTo("tenant");
        assertThat(ofKey.getString("data[0].resource_id")).isEqualTo(backends);
        assertThat(audit("?limit=200")
                        .getList("data.findAll { it.details?.path?.contains('" + admins + "') }.action", String.class))
                .containsOnly(
                        "tenant.created",
                        "tenant.updated",
                        "tenant.deleted",
                        "tenant.member.added",
                        "tenant.member.removed",
                        "tenant.member.role_changed");
        assertThat(audit("?action=tenant.member.added").getList("data.action", String.class))
                .containsExactly("tenant.member.added");
        JsonPath moved = audit("?action=tenant.member.role_changed");
        assertThat(moved.getList("data.resource_id", String.class)).containsExactly(tokens.userId());
        assertThat(moved.getMap("data[0].details"))
                .containsEntry("previous_role_name", "member")
                .containsEntry("role_name", "admin");
        assertThat(audit("?action=tenant.created").getList("data.resource_id", String.class))
                .containsExactlyInAnyOrder(admins, backends);
    }

    @Test
    void givenAFreshApp_whenReadingItsRealm_thenEventsAreKeptForNinetyDays() {
        int seconds = 90 * 24 * 60 * 60;

        assertThat(app.realm().read())
                .containsEntry("eventsEnabled", true)
                .containsEntry("eventsExpiration", seconds)
                .containsEntry("adminEventsEnabled", true);
        assertThat(app.realm().call(Method.GET, "", null).jsonPath().getString("attributes.adminEventsExpiration"))
                .isEqualTo(Integer.toString(seconds));
    }

    @Test
    void givenMoreThanAPage_whenFollowingTheCursor_thenEverythingOnceNewestFirst() {
        for (int i = 0; i < 4; i++) {
            app.api().signedIn(ada);
        }
        List<String> all = activity(tokens, "?limit=200").extract().path("data.id");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = activity(tokens, "?limit=2" + cursor).extract().jsonPath();
            paged.addAll(page.getList("data.id"));
            cursor =
                    page.getBoolean("pagination.has_more") ? "&cursor=" + page.getString("pagination.next_cursor") : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void givenABadCursorOrLimit_whenListing_thenBadRequest() {
        call(tokens.access(), "?cursor=nonsense").statusCode(400);
        call(tokens.access(), "?limit=0").statusCode(400);
        call(tokens.access(), "?limit=x").statusCode(400);
    }

    @Test
    void givenAnAdmin_whenReadingTheAuditLog_thenUsersAndAdmins() {
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada"));

        JsonPath log = audit("?limit=200");

        assertThat(log.getList("data.action", String.class)).contains("user.signup", "user.updated");
        assertThat(log.getList("data.app_id", String.class)).containsOnly(log.getString("data[0].app_id"));
    }

    @Test
    void givenAFilter_whenReadingTheAuditLog_thenOnlyThat() {
        JsonPath log = audit("?action=user.signup&actor_id=" + tokens.userId());

        assertThat(log.getList("data.action", String.class)).containsExactly("user.signup");
        assertThat(audit("?action=no.such.action").getList("data")).isEmpty();
    }

    @Test
    void givenWhatAnAdminDidToAUser_whenReadingTheAuditLog_thenEachDeedOnceByItsName() {
        String user = "/end-users/" + tokens.userId();
        app.platform().as(Method.PATCH, user + "/role", Map.of("role_name", "admin"));
        app.platform().as(Method.PATCH, user, Map.of("display_name", "New"));
        app.platform().as(Method.PATCH, user + "/status", Map.of("status", "suspended"));
        app.platform().as(Method.PATCH, user + "/status", Map.of("status", "active"));
        app.platform().as(Method.POST, user + "/sessions/revoke-all", null);

        List<Map<String, Object>> told = audit("?limit=200")
                .getList("data.findAll { it.resource_id == '" + tokens.userId() + "' && it.details.path != null }");

        assertThat(told)
                .extracting(entry -> entry.get("action"))
                .containsExactly(
                        "user.sessions_revoked",
                        "user.reinstated",
                        "user.suspended",
                        "user.updated",
                        "user.role_changed");
        assertThat(told.get(4).get("details"))
                .asInstanceOf(MAP)
                .containsEntry("previous_role_name", "member")
                .containsEntry("role_name", "admin")
                .doesNotContainKey("heimdall.action");
        assertThat(told.get(3).get("details")).asInstanceOf(MAP).containsEntry("changed", "display_name");
        assertThat(audit("?action=user.suspended").getList("data.resource_id", String.class))
                .containsExactly(tokens.userId());
        assertThat(audit("?action=user.updated").getList("data.action")).doesNotContain("user.suspended");
    }

    @Test
    void givenToggles_whenChanged_thenTheAuditLogTellsWhichAndWhatTheyWere() {
        app.platform().as(Method.PATCH, "/auth-config", Map.of("max_sessions", 7, "signin_enabled", true));

        assertThat(audit("?action=app.updated").getMap("data[0].details"))
                .containsEntry("previous_max_sessions", "50")
                .containsEntry("max_sessions", "7")
                .doesNotContainKey("signin_enabled");
    }

    @Test
    void givenAMachineClient_whenReadingTheAuditLog_thenItsLifeByTheContractsNames() {
        String id = app.platform().machine("user.list").id();
        app.platform().as(Method.POST, "/credentials/" + id + "/rotate", null);
        app.platform().as(Method.DELETE, "/credentials/" + id, null);

        List<String> actions = audit("?limit=200")
                .getList("data.findAll { it.details?.client_id == '" + id + "' }.action", String.class);

        assertThat(actions)
                .containsExactly(
                        "m2m.credential.deleted",
                        "m2m.credential.rotated",
                        "m2m.credential.updated",
                        "m2m.credential.created");
        assertThat(audit("?action=client.updated").getList("data")).isEmpty();
    }

    @Test
    void givenAnEndUsersBearer_whenReadingTheAuditLog_thenRefused() {
        int status = io.restassured.RestAssured.given()
                .auth()
                .oauth2(tokens.access())
                .get(app.server().baseUri() + "/v1/apps/" + app.slug() + "/audit-logs")
                .statusCode();

        assertThat(status).isEqualTo(401);
    }

    /** Makes a tenant, adds, promotes and removes a member, changes and deletes it; gives back its id. */
    private String lifeOfATenant() {
        String id = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Of an admin"))
                .statusCode(201)
                .extract()
                .path("id");
        String tenant = "/tenants/" + id;
        String member = tenant + "/members/" + tokens.userId();
        app.platform()
                .as(Method.POST, tenant + "/members", Map.of("account_id", tokens.userId(), "role_name", "member"))
                .statusCode(201);
        app.platform().as(Method.PATCH, member, Map.of("role_name", "admin")).statusCode(200);
        app.platform().as(Method.DELETE, member, null).statusCode(204);
        app.platform().as(Method.PATCH, tenant, Map.of("display_name", "New")).statusCode(200);
        app.platform().as(Method.DELETE, tenant, null).statusCode(204);
        return id;
    }

    @Test
    void givenASpanOfTime_whenReadingTheAuditLog_thenBothEndsCount() {
        String userId = app.api().signedUp(TestUser.named("span")).userId();
        String by = "?actor_id=" + userId;
        List<String> times = audit(by).getList("data.created_at");
        String last = times.get(0);
        String first = times.get(times.size() - 1);
        String before = Instant.parse(first).minusMillis(1).toString();
        String after = Instant.parse(last).plusMillis(1).toString();

        assertThat(audit(by + "&since=" + first + "&until=" + last).getList("data"))
                .hasSameSizeAs(times);
        assertThat(audit(by + "&since=" + after).getList("data")).isEmpty();
        assertThat(audit(by + "&until=" + before).getList("data")).isEmpty();
        assertThat(audit(by + "&since=2020-01-01").getList("data")).hasSameSizeAs(times);
        assertThat(audit(by + "&until=2020-01-01").getList("data")).isEmpty();
        String cursor = audit(by + "&limit=1&until=" + last).getString("pagination.next_cursor");
        assertThat(audit(by + "&limit=1&until=" + last + "&cursor=" + cursor).getList("data"))
                .hasSize(1);
    }

    @Test
    void givenAnOutcome_whenReadingTheAuditLog_thenThereIsNothingOfTheOther() {
        TestUser grace = TestUser.named("outcome");
        String userId = app.api().signedUp(grace).userId();
        app.api().signin(grace.username(), "wrong").statusCode(401);
        app.platform()
                .as(Method.PATCH, "/end-users/" + userId, Map.of("display_name", "Grace"))
                .statusCode(200);
        String by = "?actor_id=" + userId;

        assertThat(audit(by + "&outcome=failed").getList("data.action")).containsExactly("auth.signin.failed");
        assertThat(audit(by + "&outcome=succeeded").getList("data.action", String.class))
                .contains("user.signup", "auth.session.created")
                .doesNotContain("auth.signin.failed");
        assertThat(audit("?outcome=failed").getList("data.action", String.class))
                .allMatch(action -> action.endsWith(".failed") || action.endsWith(".refused"));
        assertThat(audit("?outcome=succeeded&action=user.updated&limit=200").getList("data.resource_id", String.class))
                .contains(userId);
        assertThat(audit("?outcome=failed&action=user.updated").getList("data")).isEmpty();
        assertThat(audit("?outcome=succeeded&action=auth.signin.failed").getList("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome=neither",
                "outcome=Failed",
                "since=yesterday",
                "until=2026-13-01",
                "since=2026-11-26T10:00:00",
                "until=1764150000",
                "since=%2B999999999-12-31T00:00:00Z"
            })
    void givenWhatIsNone_whenReadingTheAuditLog_thenItIs400(String query) {
        app.platform().as(Method.GET, "/audit-logs?" + query, null).statusCode(400);
    }

    private ValidatableResponse activity(Tokens who, String query) {
        return call(who.access(), query).statusCode(200);
    }

    private static ValidatableResponse call(String bearer, String query) {
        return app.api().as(bearer, Method.GET, "/me/activity" + query, null);
    }

    private static JsonPath audit(String query) {
        return app.admin()
                .succeed(Method.GET, "/v1/apps/" + app.slug() + "/audit-logs" + query, null)
                .jsonPath();
    }
}
