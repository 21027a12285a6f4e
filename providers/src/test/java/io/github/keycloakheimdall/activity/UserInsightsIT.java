/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /v1/apps/<id>/end-user-insights/users/<id>}. */
final class UserInsightsIT {

    private static final String PATH = "/end-user-insights/users/";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    @RegisterExtension
    static final App other = App.fresh();

    @Test
    void givenAUserWhoDidThings_thenItTellsThemWithSessionsAndFactors() {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        new MfaApi(app.api()).enrolled(tokens.access(), "phone");

        app.platform()
                .as(Method.GET, PATH + idOf(ada), null)
                .statusCode(200)
                .body("noActivityRecorded", equalTo(false))
                .body("activity.action", hasItem("user.signup"))
                .body("sessions", hasSize(1))
                .body("sessions[0].ip", notNullValue())
                .body("sessions[0].expires_at", notNullValue())
                .body("factors", hasSize(1))
                .body("factors[0].type", equalTo("totp"))
                .body("factors[0].label", equalTo("phone"));
    }

    @Test
    void givenAUserWhoWasMadeElsewhere_thenItSaysThatNothingWasRecorded() {
        app.realm().call(Method.POST, "/users", Map.of("username", "quiet", "enabled", true));

        app.platform()
                .as(Method.GET, PATH + app.realm().user("quiet").get("id"), null)
                .statusCode(200)
                .body("noActivityRecorded", equalTo(true))
                .body("activity", empty())
                .body("sessions", empty())
                .body("factors", empty());
    }

    @Test
    void givenNoSuchUser_orOneOfAnotherApp_thenItIs404() {
        TestUser stranger = TestUser.ada();
        other.api().signedUp(stranger);
        String id = (String) other.realm().user(stranger.username()).get("id");

        app.platform().as(Method.GET, PATH + id, null).statusCode(404);
        app.platform().as(Method.GET, PATH + "nobody", null).statusCode(404);
        app.platform().as(Method.GET, PATH + "f:nobody", null).statusCode(404);
    }

    @Test
    void givenAnAdminWhoMayNotSeeEvents_orNotSeeUsers_thenItIs403() {
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        String path = PATH + idOf(ada);

        assertThat(RealmBoss.of(app, "view-users").here(Method.GET, path, null)).isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-events").here(Method.GET, path, null))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-events", "view-users").here(Method.GET, path, null))
                .isEqualTo(200);
    }

    private static Object idOf(TestUser user) {
        return app.realm().user(user.username()).get("id");
    }
}
