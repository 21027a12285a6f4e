/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone joins a tenant while another deletes it; the later of the two starts up to some milliseconds later. */
final class JoinRaceIT {

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.signup_enabled", "true");

    private static Tokens eve;
    private static RealmBoss admin;

    @BeforeAll
    static void signUp() {
        eve = app.api().signedUp(TestUser.named("eve"));
        admin = RealmBoss.of(app, "realm-admin");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 9, 12, 16, 20})
    void givenATenant_whenSomeoneJoinsWhileItIsDeleted_thenItIsGoneAndTheAccountStays(int millis) {
        String tenant = tenant();

        List<Integer> statuses = AtOnce.run(2, i -> i == 0 ? delete(tenant) : join(tenant, millis));

        assertThat(statuses.get(0)).isEqualTo(204);
        assertThat(statuses.get(1)).isIn(201, 404);
        assertGone(tenant);
    }

    /** Keycloak deletes no organization into which someone came while it was at it, and tells the admin. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 9, 12, 16, 20})
    void givenATenant_whenSomeoneJoinsWhileKeycloaksAdminDeletesIt_thenItIsGoneAndTheAccountStays(int millis) {
        String tenant = tenant();

        List<Integer> statuses = AtOnce.run(2, i -> i == 0 ? deleteInKeycloak(tenant) : join(tenant, millis));

        assertThat(statuses.get(1)).isIn(201, 404);
        if (statuses.get(0) == 409) {
            assertThat(statuses.get(1)).isEqualTo(201);
            assertThat(deleteInKeycloak(tenant)).isEqualTo(204);
        } else {
            assertThat(statuses.get(0)).isEqualTo(204);
        }
        assertGone(tenant);
    }

    private static String tenant() {
        return app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Short-lived"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static int join(String tenant, int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        return app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", eve.userId(), "role_name", "member"))
                .extract()
                .statusCode();
    }

    private static int delete(String tenant) {
        return app.platform()
                .as(Method.DELETE, "/tenants/" + tenant, null)
                .extract()
                .statusCode();
    }

    private static int deleteInKeycloak(String tenant) {
        return admin.atKeycloak(Method.DELETE, "/organizations/" + tenant, null);
    }

    private static void assertGone(String tenant) {
        app.platform().as(Method.GET, "/tenants/" + tenant, null).statusCode(404);
        app.api().me(eve.access()).statusCode(200);
        app.api().as(eve.access(), Method.GET, "/auth/me/tenants", null).body("data", empty());
    }
}
