/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
    void givenAnotherUser_whenListing_thenOnlyTheOwn() {
        Tokens other = app.api().signedUp(TestUser.named("other"));

        activity(other, "").body("data.actor_id", everyItem(equalTo(other.userId())));
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
        app.realm().updateUser(tokens.userId(), java.util.Map.of("firstName", "Ada"));

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
    void givenAnEndUsersBearer_whenReadingTheAuditLog_thenRefused() {
        int status = io.restassured.RestAssured.given()
                .auth()
                .oauth2(tokens.access())
                .get(app.server().baseUri() + "/v1/apps/" + app.slug() + "/audit-logs")
                .statusCode();

        assertThat(status).isEqualTo(401);
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
