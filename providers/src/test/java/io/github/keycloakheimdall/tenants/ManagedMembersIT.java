/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Members whom an organization's identity provider brought. Keycloak deletes their accounts with the membership
 * (keycloak/keycloak#33435), and takes them for disabled while the organization is. An import makes all members
 * ordinary ones, whatever it says, so the database is changed.
 */
@LooksIntoTheServer
final class ManagedMembersIT {

    private static final List<String> ORGANIZATIONS =
            List.of("removed", "deleted", "rejoined", "suspended", "archived", "kept", "race-of-ends");
    private static final int EACH = 3;

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.signup_enabled", "true")
            .withRealm("organizationsEnabled", true)
            .withRealm("users", users())
            .withRealm("organizations", organizations());

    @BeforeAll
    static void haveThemManaged(ServerOnPostgres server) throws SQLException {
        try (Connection connection = server.database().connect();
                var update = connection.prepareStatement("update USER_GROUP_MEMBERSHIP set MEMBERSHIP_TYPE = 'MANAGED'"
                        + " where USER_ID in (select ID from USER_ENTITY where REALM_ID = ?)")) {
            update.setString(1, (String) app.realm().read().get("id"));
            assertThat(update.executeUpdate()).isEqualTo(ORGANIZATIONS.size() * EACH);
        }
    }

    @Test
    void givenAManagedMember_whenRemoved_thenTheAccountStaysAndSignsIn() {
        assertThat(app.realm().list("/organizations/" + tenant("removed") + "/members"))
                .hasSize(EACH)
                .allMatch(member -> "MANAGED".equals(member.get("membershipType")));

        admin(Method.DELETE, "/tenants/removed/members/" + id("removed", 0), 204);

        assertThat(membersOf("removed")).containsExactlyInAnyOrder(name("removed", 1), name("removed", 2));
        assertStands("removed", 0);
    }

    @Test
    void givenManagedMembers_whenTheTenantIsDeleted_thenTheirAccountsStay() {
        admin(Method.DELETE, "/tenants/deleted", 204);

        assertThat(app.realm().list("/organizations?exact=true&search=deleted")).isEmpty();
        IntStream.range(0, EACH).forEach(i -> assertStands("deleted", i));
    }

    @Test
    void givenAManagedMemberWhoWasRemoved_whenAddedAgain_thenTheConsoleNoLongerDeletesTheAccount() {
        String user = id("rejoined", 0);
        admin(Method.DELETE, "/tenants/rejoined/members/" + user, 204);
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant("rejoined") + "/members",
                        Map.of("account_id", user, "role_name", "member"))
                .statusCode(201);

        app.realm().call(Method.DELETE, "/organizations/" + tenant("rejoined") + "/members/" + user, null);

        assertStands("rejoined", 0);
    }

    @Test
    void givenASuspendedTenant_whenAManagedMemberIsRemoved_thenTheAccountIsActiveAgain() {
        suspend("suspended");

        admin(Method.DELETE, "/tenants/suspended/members/" + id("suspended", 0), 204);

        assertStands("suspended", 0);
    }

    @Test
    void givenASuspendedTenant_whenDeleted_thenTheAccountsOfManagedMembersAreActiveAgain() {
        suspend("archived");

        admin(Method.DELETE, "/tenants/archived", 204);

        IntStream.range(0, EACH).forEach(i -> assertStands("archived", i));
    }

    @Test
    void givenASuspendedTenant_whenAManagedMemberIsLookedAt_thenSuspendedAndNobodyActivatesHim() {
        suspend("kept");
        String user = "/end-users/" + id("kept", 0);

        app.platform().as(Method.GET, user, null).statusCode(200).body("status", equalTo("suspended"));
        app.platform()
                .as(Method.PATCH, user + "/status", Map.of("status", "active"))
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));
        app.platform()
                .as(Method.GET, "/end-users?status=active&search=kept-", null)
                .body("data", empty());
        app.platform()
                .as(Method.GET, "/end-users?status=suspended&search=kept-", null)
                .body("data.username", contains(name("kept", 0), name("kept", 1), name("kept", 2)));
        app.platform()
                .as(
                        Method.PATCH,
                        "/tenants/" + tenant("kept") + "/members/" + id("kept", 0),
                        Map.of("role_name", "admin"))
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));
    }

    @Test
    void givenManagedMembers_whenRemovedWhileTheTenantIsDeleted_thenTheAccountsStay() {
        String tenant = tenant("race-of-ends");
        List<String> calls = new ArrayList<>(List.of("/tenants/" + tenant));
        IntStream.range(0, EACH)
                .mapToObj(i -> "/tenants/" + tenant + "/members/" + id("race-of-ends", i))
                .forEach(calls::add);

        List<Integer> statuses = AtOnce.run(calls.size(), i -> app.platform()
                .as(Method.DELETE, calls.get(i), null)
                .extract()
                .statusCode());

        assertDeleted(tenant, statuses.get(0));
        assertThat(statuses).containsAnyOf(204, 404).doesNotContain(500, 503);
        IntStream.range(0, EACH).forEach(i -> assertStands("race-of-ends", i));
    }

    /** Whoever is told that the tenant changed at the same moment tries again, as the answer says. */
    private static void assertDeleted(String tenant, int status) {
        assertThat(status).isIn(204, 409);
        if (status == 409) {
            app.platform().as(Method.DELETE, "/tenants/" + tenant, null).statusCode(204);
        }
        app.platform().as(Method.GET, "/tenants/" + tenant, null).statusCode(404);
    }

    private static void suspend(String organization) {
        app.platform()
                .as(Method.PATCH, "/tenants/" + tenant(organization), Map.of("status", "suspended"))
                .statusCode(200);
    }

    private static void admin(Method method, String path, int status) {
        String organization = path.split("/")[2];
        app.platform()
                .as(method, path.replaceFirst("/" + organization, "/" + tenant(organization)), null)
                .statusCode(status);
    }

    /** The account is there, active, and lets its owner in. */
    private static void assertStands(String organization, int i) {
        TestUser user = TestUser.named("x").withUsername(name(organization, i));
        String id = id(organization, i);
        app.platform().as(Method.GET, "/end-users/" + id, null).statusCode(200).body("status", equalTo("active"));
        Tokens tokens = app.api().signedIn(user);
        assertThat(tokens.userId()).isEqualTo(id);
        app.api().as(tokens.access(), Method.GET, "/auth/me/tenants", null).body("data", empty());
    }

    private static List<String> membersOf(String organization) {
        return app.realm().list("/organizations/" + tenant(organization) + "/members").stream()
                .map(member -> (String) member.get("username"))
                .toList();
    }

    private static String tenant(String organization) {
        return (String) app.realm()
                .list("/organizations?exact=true&search=" + organization)
                .get(0)
                .get("id");
    }

    private static String id(String organization, int i) {
        return (String) app.realm().user(name(organization, i)).get("id");
    }

    private static String name(String organization, int i) {
        return organization + "-" + i;
    }

    private static List<Map<String, Object>> users() {
        return ORGANIZATIONS.stream()
                .flatMap(organization -> IntStream.range(0, EACH).mapToObj(i -> user(name(organization, i))))
                .toList();
    }

    private static Map<String, Object> user(String username) {
        return Map.of(
                "username",
                username,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", TestUser.named("x").password())));
    }

    private static List<Map<String, Object>> organizations() {
        return ORGANIZATIONS.stream()
                .map(name -> Map.<String, Object>of("name", name, "alias", name, "members", members(name)))
                .toList();
    }

    private static List<Map<String, Object>> members(String organization) {
        return IntStream.range(0, EACH)
                .mapToObj(i -> Map.<String, Object>of("username", name(organization, i), "membershipType", "MANAGED"))
                .toList();
    }
}
