/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.Platform.Machine;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that an older Keycloak filled with this JAR in it, under the Keycloak that the run is of. */
@Tag("upgrade")
class KeycloakUpgradeIT {

    private static final String FROM = System.getProperty("heimdall.keycloak.from");
    private static final TestUser ADA = TestUser.named("ada");
    private static final TestUser BOB = TestUser.named("bob");
    private static final TestUser EVE = TestUser.named("eve");
    private static final TestUser WAITING = TestUser.named("waiting");

    private static final PostgresDatabase database = PostgresDatabase.start();
    private static final Receiver receiver = new Receiver();
    private static KeycloakServer server;
    private static App app;

    private static Tokens ada;
    private static Tokens inside;
    private static Tokens revoked;
    private static Tokens eve;
    private static Enrolled factor;
    private static String tenant;
    private static String key;
    private static Machine machine;

    @BeforeAll
    static void upgrade() {
        server = KeycloakServer.builder()
                .name("upgrade-from")
                .keycloak(FROM)
                .database(database)
                .shortLived()
                .build();
        server.start();
        app = App.fresh().withRealm(OtpPolicy.wide()).createOn(server);
        fill();
        server.stop();
        server = KeycloakServer.builder()
                .name("upgrade-to")
                .port(server.baseUri().getPort())
                .database(database)
                .shortLived()
                .build();
        server.start();
    }

    private static void fill() {
        ada = app.api().signedUp(ADA);
        app.realm().giveRole(ada.userId(), "admin");
        revoked = app.api().signedIn(ADA);
        app.api().revokeSession(ada.access(), revoked.sessionId()).statusCode(204);
        factor = new MfaApi(app.api()).enrolled(app.api().signedUp(BOB).access(), "phone");
        eve = app.api().signedUp(EVE);

        tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "North"))
                .statusCode(201)
                .extract()
                .path("id");
        addToTenant(ada, "admin");
        addToTenant(eve, "member");
        inside = Tokens.of(app.api()
                .as(app.api().signedIn(ADA).access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));

        key = app.platform().key("auth.user.verify.create");
        machine = app.platform().machine("user.read");
        // What it tells waits until the receiver answers, which it does after the upgrade.
        receiver.replying(503);
        app.platform()
                .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of("user.signup")))
                .statusCode(200);
        app.api().signedUp(WAITING);
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
        receiver.close();
        database.close();
    }

    @Test
    void givenSessions_whenUpgraded_thenTheyGoOnAndARevokedOneDoesNot() {
        app.api().me(ada.access()).statusCode(200).body("id", equalTo(ada.userId()));
        Tokens next = Tokens.of(app.api().refresh(ada.refresh()));

        assertThat(next.sessionId()).isEqualTo(ada.sessionId());
        app.api().refresh(eve.refresh()).statusCode(200);
        app.api().me(revoked.access()).statusCode(401);
        app.api().refresh(revoked.refresh()).statusCode(401);
        app.api().signin(ADA).statusCode(200);
    }

    @Test
    void givenRolesOfTheApp_whenUpgraded_thenEverybodyHasTheirs() {
        app.api().permissions(app.api().signedIn(ADA).access()).body("role", equalTo("admin"));
        app.api().permissions(eve.access()).body("role", equalTo(eve.accessJwt().claim("role")));
    }

    @Test
    void givenRolesInATenant_whenUpgraded_thenEverybodyHasTheirsAndASessionStaysInside() {
        List<Map<String, Object>> members = app.platform()
                .as(Method.GET, "/tenants/" + tenant + "/members", null)
                .statusCode(200)
                .extract()
                .path("data");

        assertThat(members)
                .extracting(member -> member.get("account_id") + " " + member.get("role_name"))
                .containsExactlyInAnyOrder(ada.userId() + " admin", eve.userId() + " member");
        assertThat(Tokens.of(app.api().refresh(inside.refresh())).accessJwt().claims())
                .containsEntry("org_id", tenant)
                .containsEntry("org_role", "admin");
    }

    @Test
    void givenAFactor_whenUpgraded_thenItsCodesAndRecoveryCodesCount() {
        MfaApi mfa = new MfaApi(app.api());

        mfa.verify(mfa.challenged(BOB), factor.phone().code(0)).statusCode(200);
        mfa.recover(mfa.challenged(BOB), factor.recoveryCodes().get(0)).statusCode(200);
        mfa.recover(mfa.challenged(BOB), factor.recoveryCodes().get(0)).statusCode(401);
    }

    @Test
    void givenAKeyAndAMachine_whenUpgraded_thenBothWork() {
        app.api()
                .as(key, Method.POST, "/auth/request-verification", Map.of("email", EVE.email()))
                .statusCode(201);
        app.api()
                .as(app.api().machineToken(machine), Method.GET, "/admin/users/" + eve.userId(), null)
                .statusCode(200);
    }

    @Test
    void givenAWebhookWithEventsThatWait_whenUpgraded_thenItTellsThemAndNewOnes() throws SQLException {
        int before = receiver.deliveries().size();
        receiver.replying(200);
        endWaits();
        TestUser late = TestUser.named("late");
        app.api().signedUp(late);

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        List.of(WAITING.username(), late.username()))
                .allMatch(name -> receiver.deliveries().stream().skip(before).anyMatch(delivery -> delivery.body()
                        .contains(name))));
    }

    /** What failed twice waits for minutes. */
    private static void endWaits() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update HEIMDALL_WEBHOOK_DELIVERY set NEXT_ATTEMPT_AT = 0"))
                    .isPositive();
        }
    }

    private static void addToTenant(Tokens user, String role) {
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", user.userId(), "role_name", role))
                .statusCode(201);
    }
}
