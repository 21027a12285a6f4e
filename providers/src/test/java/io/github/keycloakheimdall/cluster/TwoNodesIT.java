/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one PostgreSQL. */
@Tag("cluster")
class TwoNodesIT {

    private static final int AT_ONCE = 20;

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    private static App app;
    private static HeimdallApi there;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(nodes.first());
        there = app.apiOn(nodes.second());
    }

    @AfterAll
    static void delete() {
        app.close();
    }

    @Test
    void givenTheToggleJustTurnedOn_whenBothNodesGetTheFirstRequest_thenTheAppIsSeededOnce() {
        try (App other = App.fresh().with("heimdall.enabled", "false").createOn(nodes.first())) {
            other.set("heimdall.enabled", "true");
            List<Integer> statuses = AtOnce.run(AT_ONCE, i -> (i % 2 == 0 ? other.api() : other.apiOn(nodes.second()))
                    .signup(TestUser.ada())
                    .extract()
                    .statusCode());

            assertThat(statuses).containsOnly(200);
            assertThat(other.realm().clientRoles("heimdall")).hasSize(16);
            assertThat(other.realm().composites("owner")).hasSize(16);
        }
    }

    @RepeatedTest(3)
    void givenOneRefreshToken_whenUsedOnBothNodesAtOnce_thenAtMostOneSucceedsAndTheSessionDiesOnBoth() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        List<Integer> statuses = AtOnce.run(AT_ONCE, i -> (i % 2 == 0 ? app.api() : there)
                .refresh(tokens.refresh())
                .extract()
                .statusCode());

        assertThat(statuses)
                .isSubsetOf(200, 401)
                .filteredOn(status -> status == 200)
                .hasSizeLessThanOrEqualTo(1);
        app.api().me(tokens.access()).statusCode(401);
        there.me(tokens.access()).statusCode(401);
    }

    @Test
    void givenASessionRevokedOnOneNode_whenUsedOnTheOther_thenRefusedAtOnce() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        there.me(tokens.access()).statusCode(200);

        app.api().revokeSession(tokens.access(), tokens.sessionId()).statusCode(204);

        there.me(tokens.access()).statusCode(401);
        there.refresh(tokens.refresh()).statusCode(401);
    }

    @Test
    void givenAUserDisabledOnOneNode_whenUsingTheBearerOnTheOther_thenRefusedAtOnce() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        there.me(tokens.access()).statusCode(200);

        app.realm().enableUser(tokens.userId(), false);

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> there.me(tokens.access()).statusCode(401));
    }

    @Test
    void givenALogoutOnOneNode_whenUsingTheBearerOnTheOther_thenItLives() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.api().logout(tokens.refresh()).statusCode(204);

        there.me(tokens.access()).statusCode(200);
        there.refresh(tokens.refresh()).statusCode(401);
    }

    @Test
    void givenOneName_whenSigningUpOnBothNodesAtOnce_thenOneAccount() {
        TestUser ada = TestUser.ada();

        List<Integer> statuses = AtOnce.run(
                AT_ONCE,
                i -> (i % 2 == 0 ? app.api() : there).signup(ada).extract().statusCode());

        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
    }

    @Test
    void givenARoleEditedInTheConsole_whenAskingTheOtherNode_thenItShowsAtOnce() {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        there.permissions(tokens.access()).statusCode(200);

        app.realm().addComposites("member", List.of(app.realm().permission("user.list")));

        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                        there.permissions(tokens.access()).extract().<List<String>>path("permissions"))
                .contains("user.list"));
    }
}
