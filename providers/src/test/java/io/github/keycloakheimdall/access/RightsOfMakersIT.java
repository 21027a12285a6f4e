/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.server.KeycloakLine;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, machine clients and roles do not exceed the admins who make them. */
@OnOneDatabase
class RightsOfMakersIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static RealmBoss ofClients;

    @BeforeAll
    static void hire() {
        ofClients = RealmBoss.of(app, "manage-clients");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth.signup.create",
                "heimdall.user.password-reset.create",
                "auth.user.password-reset.send-email",
                "auth.user.verify.create",
                "auth.user.verify.send-email",
                "auth.tenant.read",
                "auth.tenant.create",
                "auth.tenant.members.add",
                "user.update",
                "user.list"
            })
    void givenAnAdminOfClientsAlone_whenMakingAKeyThatReachesUsersOrTenants_then403(String permission) {
        Response answer = ofClients.answer(Method.POST, "/api-keys", key(permission));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("message")).contains(permission);
        assertThat(app.platform()
                        .as(Method.GET, "/api-keys", null)
                        .extract()
                        .jsonPath()
                        .getList("data"))
                .isEmpty();
    }

    @Test
    void givenAnAdminOfClientsAndUsers_whenMakingAKeyForCodes_then201AndForTenants403() {
        RealmBoss boss = RealmBoss.of(app, "manage-clients", "manage-users");

        Response made = boss.answer(Method.POST, "/api-keys", key("auth.user.password-reset.create"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(boss.here(Method.POST, "/api-keys", key("auth.tenant.members.add")))
                .isEqualTo(403);
        assertThat(boss.here(Method.DELETE, "/api-keys/" + made.path("id"), null))
                .isEqualTo(204);
    }

    @Test
    void givenAnAdminOfClientsAndOrganizations_whenMakingAKeyForTenants_then201AndForMembers403() {
        RealmBoss boss = RealmBoss.of(
                app, "manage-clients", KeycloakLine.isBefore26(7) ? "manage-realm" : "manage-organizations");

        Response made = boss.answer(Method.POST, "/api-keys", key("auth.tenant.create"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(boss.here(Method.POST, "/api-keys", key("auth.tenant.members.add")))
                .isEqualTo(403);
        assertThat(boss.here(Method.DELETE, "/api-keys/" + made.path("id"), null))
                .isEqualTo(204);
    }

    @Test
    void givenAnAdminOfClientsAlone_whenGivingOrTakingScopes_then403AndTheyStay() {
        String machine = app.platform().machine("user.list").id();

        assertThat(scope(ofClients, machine, "user.list", "role.assign")).isEqualTo(403);
        assertThat(scope(ofClients, machine)).isEqualTo(403);
        assertThat(scope(ofClients, machine, "user.list")).isEqualTo(200);

        assertThat(app.platform()
                        .as(Method.GET, "/credentials/" + machine, null)
                        .extract()
                        .jsonPath()
                        .getList("scopes"))
                .hasSize(1);
    }

    @Test
    void givenAnAdminOfTheRealmAlone_whenMakingAnAdminRoleTheSignupsRole_then400() {
        RealmBoss boss = RealmBoss.of(app, "manage-realm");
        app.platform().as(Method.POST, "/roles", Map.of("name", "trap")).statusCode(201);
        app.realm().addComposites("trap", app.realm().adminRoles("manage-users"));

        assertThat(boss.here(Method.PATCH, "/auth-config", Map.of("signup_default_role", "trap")))
                .isEqualTo(400);
    }

    @Test
    void givenANameThatKeycloakMeansSomethingBy_whenMakingARole_then409() {
        app.platform().as(Method.POST, "/roles", Map.of("name", "manage-users")).statusCode(409);
        app.platform()
                .as(Method.POST, "/roles", Map.of("name", "offline_access"))
                .statusCode(409);
    }

    private static Map<String, Object> key(String permission) {
        return Map.of("name", "key", "permissions", List.of(permission));
    }

    private static int scope(RealmBoss boss, String machine, String... permissions) {
        return boss.here(
                Method.PUT, "/credentials/" + machine + "/scopes", Map.of("permissions", List.of(permissions)));
    }
}
