/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.ServerDoor;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.registry.Crowd;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A 200 means it is committed: what a crash right behind it leaves. On a server of its own. */
@Tag("own-server")
class CrashIT {

    @RegisterExtension
    static final OwnServer own = OwnServer.named("crash");

    private static final int MANY = 10_000;
    private static final Duration SOON = Duration.ofMinutes(3);

    private static App app;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
    }

    @Test
    void givenASignupAndARotation_whenTheServerIsKilledRightBehind_thenNothingIsLostAndWhatWasUsedStaysUsed() {
        TestUser bystander = TestUser.named("bystander");
        Tokens kept = app.api().signedUp(bystander);
        Tokens used = app.api().signedUp(TestUser.named("thief"));
        Tokens fresh = Tokens.of(app.api().refresh(used.refresh()));
        TestUser ada = TestUser.ada();
        Tokens last = app.api().signedUp(ada);

        own.server().kill();
        own.server().start();

        app.api().signin(ada).statusCode(200);
        app.api().me(last.access()).statusCode(200);
        app.api().refresh(last.refresh()).statusCode(200);
        app.api().me(kept.access()).statusCode(200);
        app.api().refresh(used.refresh()).statusCode(401);
        app.api().me(fresh.access()).statusCode(401);
        assertThat(app.realm().sessions(used.userId())).isEmpty();
    }

    @Test
    void givenAnAppThatIsBeingDeleted_whenTheServerIsKilled_thenTheNextOneGoesOn() throws SQLException {
        App doomed = App.fresh().createOn(own.server());
        String id = (String) doomed.realm().read().get("id");
        TestUser eve = TestUser.named("eve");
        doomed.api().signedUp(eve);
        Crowd crowd = new Crowd(own.database(), id);
        crowd.enter(MANY);
        String known = (String) app.realm().read().get("id");
        doomed.platform().as(Method.DELETE, "", null).statusCode(204);
        await().atMost(SOON).until(() -> crowd.size() < MANY);

        own.server().kill();

        assertThat(crowd.size()).isPositive();
        forgetRow(known);
        own.server().start();
        assertThat(doomed.api().signin(eve).extract().statusCode()).isIn(403, 404);
        // An app of before there were rows has one again, before anybody asked for it.
        new ServerDoor(own.server())
                .as(Method.GET, "/apps", null)
                .statusCode(200)
                .body("data.slug", contains(app.slug()))
                .body("data.created_by", contains("unknown"));
        app.api().signedUp(TestUser.ada());
        await().atMost(SOON).until(() -> crowd.size() == 0 && isGone(doomed));
    }

    private static void forgetRow(String realmId) throws SQLException {
        try (Connection connection = own.database().connect();
                PreparedStatement delete = connection.prepareStatement("delete from heimdall_app where realm_id = ?")) {
            delete.setString(1, realmId);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    private static boolean isGone(App doomed) {
        return doomed.admin()
                        .request(Method.GET, "/admin/realms/" + doomed.slug(), null)
                        .statusCode()
                == 404;
    }
}
