/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.ServerDoor;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server whose operator switched Keycloak's organizations off, of which tenants are. */
@Tag("own-server")
class OrganizationsOffIT {

    private static final Map<String, String> TENANT = Map.of("display_name", "Globex");

    @RegisterExtension
    static final OwnServer own =
            OwnServer.named("organizations-off", builder -> builder.buildOption("--features-disabled=organization"));

    private App app;

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(own.server());
    }

    @AfterEach
    void delete() {
        app.close();
    }

    @Test
    void whenAnAdminMakesATenant_thenItSaysThatTheServerHasNoneAndChangesNothing() throws SQLException {
        refused(app.platform().as(Method.POST, "/tenants", TENANT));

        assertThat(app.realm().read().get("organizationsEnabled")).isIn(null, false);
        assertThat(switchedOn()).isFalse();
    }

    @Test
    void whenABackendMakesATenant_thenItSaysTheSame() {
        String key = app.platform().key("auth.tenant.create", "auth.tenant.read");

        refused(app.api().as(key, Method.POST, "/tenants", TENANT));
        app.api().as(key, Method.GET, "/tenants", null).statusCode(200).body("data", empty());
    }

    @Test
    void whenAskingForTenants_thenThereAreNone() {
        String unknown = "/tenants/" + UUID.randomUUID();

        app.platform().as(Method.GET, "/tenants", null).statusCode(200).body("data", empty());
        for (String path : List.of(unknown, unknown + "/members", "/tenants/tnt_000000000000")) {
            app.platform().as(Method.GET, path, null).statusCode(404);
        }
        app.platform().as(Method.PATCH, unknown, TENANT).statusCode(404);
        app.platform().as(Method.DELETE, unknown, null).statusCode(404);
        app.platform()
                .as(Method.POST, unknown + "/members", Map.of("account_id", UUID.randomUUID(), "role_name", "member"))
                .statusCode(404);
    }

    @Test
    void whenAUserAsksForTheirTenants_thenThereAreNone() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.api()
                .as(tokens.access(), Method.GET, "/auth/me/tenants", null)
                .statusCode(200)
                .body("data", empty());
        app.api()
                .as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", UUID.randomUUID()))
                .statusCode(403);
        app.api().permissions(tokens.access()).statusCode(200);
    }

    @Test
    void whenAnAdminInvitesCopiesAndAsksForEventsOfTenants_thenAllOfItWorks() {
        app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", "grace@example.com"))
                .statusCode(201);
        app.platform()
                .as(
                        Method.PUT,
                        "/webhook",
                        Map.of("url", "https://example.com/", "event_types", List.of("tenant.created")))
                .statusCode(200);
        String copy = app.slug() + "-copy";
        app.platform()
                .as(Method.POST, "/clone", Map.of("slug", copy, "environment", "staging", "copy_tenants", true))
                .statusCode(201);
        new ServerDoor(own.server()).admin().realm(copy).delete();
    }

    @Test
    void givenOrganizationsFromBefore_whenLooking_thenTheHealthSaysThatTheServerHasThemOff() throws SQLException {
        health().body("data.code", not(hasItem("organizations_off")));

        anOrganizationFromBefore();

        health().body("data.code", hasItems("organizations_off"))
                .body("data.find { it.code == 'organizations_off' }.message", containsString("for the whole server"));
        refused(app.platform().as(Method.POST, "/tenants", TENANT));
        app.platform().as(Method.GET, "/tenants", null).statusCode(200).body("data", empty());
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(409)
                .body("code", equalTo("ORGANIZATIONS_OFF"))
                .body("message", containsString("This server has organizations switched off"));
    }

    private ValidatableResponse health() {
        return app.platform().as(Method.GET, "/health", null).statusCode(200);
    }

    /** Keycloak's API tells of organizations that are off for the server as off for the realm, whatever is stored. */
    private boolean switchedOn() throws SQLException {
        try (Connection connection = own.database().connect();
                PreparedStatement stored = connection.prepareStatement("select 1 from realm_attribute"
                        + " where realm_id = ? and name = 'organizationsEnabled' and value = 'true'")) {
            stored.setString(1, id());
            return stored.executeQuery().next();
        }
    }

    private void anOrganizationFromBefore() throws SQLException {
        try (Connection connection = own.database().connect();
                PreparedStatement row =
                        connection.prepareStatement("insert into org (id, enabled, realm_id, group_id, name, alias)"
                                + " values (?, true, ?, ?, ?, ?)")) {
            row.setString(1, UUID.randomUUID().toString());
            row.setString(2, id());
            row.setString(3, UUID.randomUUID().toString());
            row.setString(4, "Globex");
            row.setString(5, "globex");
            row.executeUpdate();
        }
    }

    private String id() {
        return (String) app.realm().read().get("id");
    }
}
