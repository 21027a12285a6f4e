/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.upgrade;

import static io.github.keycloakheimdall.upgrade.FilledApp.ADA;
import static io.github.keycloakheimdall.upgrade.FilledApp.BOB;
import static io.github.keycloakheimdall.upgrade.FilledApp.EVE;
import static io.github.keycloakheimdall.upgrade.FilledApp.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.KeycloakServerBuilder;
import io.github.keycloakheimdall.server.PostgresDatabase;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A database that the first of some lines of Keycloak filled with this JAR in it, under each of the others, and the one
 * that the run is of.
 */
@Tag("upgrade")
@ParameterizedClass(name = "from {0}")
@ValueSource(strings = {"26.4 26.5 26.6", "26.4"})
class KeycloakUpgradeIT {

    private static PostgresDatabase database;
    private static Receiver receiver;
    private static KeycloakServer server;
    private static FilledApp filled;
    private static App app;
    /** By events that waited when the last upgrade was done. */
    private static int rolesTold;

    @Parameter
    String lines;

    @BeforeParameterizedClassInvocation
    static void upgrade(String lines) throws SQLException {
        database = PostgresDatabase.start();
        receiver = new Receiver();
        for (String line : lines.split(" ")) {
            startNext(server("upgrade-" + line).keycloak(System.getProperty("heimdall.keycloak." + line)));
            if (filled == null) {
                filled = new FilledApp(server, receiver);
                app = filled.app;
            } else {
                filled.assertKept();
            }
        }
        startNext(server("upgraded"));
        rolesTold = rolesTold();
    }

    private static int rolesTold() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement told = connection.prepareStatement(
                        "select count(*) from HEIMDALL_WEBHOOK_DELIVERY where EVENT_TYPE = ?")) {
            told.setString(1, FilledApp.ROLE_CHANGED);
            ResultSet count = told.executeQuery();
            count.next();
            return count.getInt(1);
        }
    }

    @AfterParameterizedClassInvocation
    static void end() {
        filled = null;
        if (server != null) {
            server.close();
            server = null;
        }
        receiver.close();
        database.close();
    }

    @Test
    void givenSessionsAndATenant_whenUpgraded_thenTheyGoOnWithTheirRoles() {
        filled.assertKept();
        app.api().signin(ADA).statusCode(200);
    }

    @Test
    void givenARevokedSession_whenUpgraded_thenItStaysSo() {
        app.api().me(filled.revoked.access()).statusCode(401);
        app.api().refresh(filled.revoked.refresh()).statusCode(401);
    }

    @Test
    void givenRolesOfTheApp_whenUpgraded_thenEverybodyHasTheirs() {
        app.api().permissions(app.api().signedIn(ADA).access()).body("role", equalTo("admin"));
        app.api()
                .permissions(app.api().signedIn(EVE).access())
                .body("role", equalTo(filled.eve().accessJwt().claim("role")));
    }

    @Test
    void givenAFactor_whenUpgraded_thenItsCodesAndRecoveryCodesCount() {
        MfaApi mfa = new MfaApi(app.api());
        String recoveryCode = filled.factor.recoveryCodes().get(0);

        mfa.verify(mfa.challenged(BOB), filled.factor.phone().code(0)).statusCode(200);
        mfa.recover(mfa.challenged(BOB), recoveryCode).statusCode(200);
        mfa.recover(mfa.challenged(BOB), recoveryCode).statusCode(401);
    }

    @Test
    void givenAKeyAndAMachine_whenUpgraded_thenBothWork() {
        app.api()
                .as(filled.key, Method.POST, "/auth/request-verification", Map.of("email", EVE.email()))
                .statusCode(201);
        app.api()
                .as(
                        app.api().machineToken(filled.machine),
                        Method.GET,
                        "/admin/users/" + filled.eve().userId(),
                        null)
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

    @Test
    void givenRolesInATenant_whenUpgraded_thenNoWebhookTellsThatTheyChanged() {
        assertThat(rolesTold).isZero();
    }

    @Test
    void givenARoleThatCouldNotBeMoved_whenTheConsoleGivesAnotherAndTakesIt_thenTheFirstIsNotBack()
            throws SQLException {
        String group = "/organizations/" + filled.tenant + "/groups/";
        String id = app.realm().list("/organizations/" + filled.tenant + "/groups").stream()
                .filter(one -> one.get("name").equals("member"))
                .map(one -> (String) one.get("id"))
                .findFirst()
                .orElseThrow();
        String member = group + id + "/members/" + filled.eve().userId();
        app.realm().call(Method.DELETE, member, null);
        keep(filled.eve().userId(), "admin");
        assertThat(filled.roleInTenant(filled.eve())).isEqualTo("admin");

        app.realm().call(Method.PUT, member, null);
        app.realm().call(Method.DELETE, member, null);

        assertThat(filled.roleInTenant(filled.eve())).isEqualTo("member");
    }

    /** As the first start of 26.6 leaves a role that it cannot move. */
    private static void keep(String userId, String role) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement kept = connection.prepareStatement(
                        "update HEIMDALL_TENANT_MEMBER set ROLE_NAME = ? where USER_ID = ?")) {
            kept.setString(1, role);
            kept.setString(2, userId);
            assertThat(kept.executeUpdate()).isOne();
        }
    }

    /** What failed twice waits for minutes. */
    private static void endWaits() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update HEIMDALL_WEBHOOK_DELIVERY set NEXT_ATTEMPT_AT = 0"))
                    .isPositive();
        }
    }

    private static KeycloakServerBuilder server(String name) {
        return KeycloakServer.builder().name(name).database(database).shortLived();
    }

    /** At the port of the one before, as the app's clients know it. */
    private static void startNext(KeycloakServerBuilder next) {
        if (server != null) {
            server.close();
            next.port(server.baseUri().getPort());
        }
        server = next.build();
        server.start();
    }
}
