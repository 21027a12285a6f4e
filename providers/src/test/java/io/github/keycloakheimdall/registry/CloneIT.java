/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.MasterAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies of an app for another environment. */
class CloneIT {

    @RegisterExtension
    static final MadeApps apps = new MadeApps();

    private static String source;

    @BeforeAll
    static void setUp() {
        source = apps.make();
        apps.platform(source).as(Method.PATCH, "/auth-config", Map.of("max_sessions", 7, "password_min_length", 12));
        apps.platform(source).as(Method.POST, "/permissions", Map.of("resource", "door", "action", "open"));
        apps.platform(source).as(Method.POST, "/roles", Map.of("name", "porter", "description", "Opens"));
        permissions("porter", "door.open");
        permissions("member", "user.read");
        apps.platform(source).key("user.update");
        apps.api(source).signup(TestUser.ada().withPassword("CorrectHorse123")).statusCode(200);
        apps.realm(source)
                .call(
                        Method.POST,
                        "/identity-provider/instances",
                        Map.of(
                                "alias",
                                "github",
                                "providerId",
                                "github",
                                "config",
                                Map.of("clientId", "us", "clientSecret", "s")));
        apps.realm(source).update(Map.of("smtpServer", Map.of("host", "mail.example", "from", "a@example.com")));
        apps.platform(source)
                .as(Method.PATCH, "", Map.of("audit_retention_days", 100, "webhook_attempt_retention_days", 60))
                .statusCode(200);
        apps.platform(source)
                .as(Method.POST, "/tenants", Map.of("display_name", "Team", "metadata", Map.of("plan", "pro")))
                .statusCode(201);
    }

    private static void permissions(String role, String permission) {
        apps.platform(source)
                .as(Method.PUT, "/roles/" + role + "/permissions", Map.of("permissions", List.of(permission)))
                .statusCode(200);
    }

    @Test
    void givenAnApp_whenCloningIt_thenTheCopyIsSetUpAlikeAndHasNobody() {
        String slug = apps.slug();

        clone(slug, Map.of("environment", "staging", "display_name", "Acme (staging)", "copy_tenants", true))
                .statusCode(201)
                .body("app.slug", equalTo(slug))
                .body("app.environment", equalTo("staging"))
                .body("app.display_name", equalTo("Acme (staging)"))
                .body("app.status", equalTo("active"))
                .body("copied.roles", equalTo(4))
                .body("copied.permissions", equalTo(17))
                .body("copied.role_permissions", equalTo(17 + 6 + 1 + 1))
                .body("copied.tenants", equalTo(1))
                .body("copied.webhook", equalTo(false))
                .body("providers_to_configure", contains("github"))
                .body("webhook_signing_secret", nullValue())
                .body("notes", hasSize(2));

        same(slug, "/auth-config", "$");
        same(slug, "", "audit_retention_days");
        same(slug, "", "webhook_attempt_retention_days");
        for (String role : List.of("owner", "admin", "member", "porter")) {
            same(slug, "/roles/" + role, "permissions.resource");
            same(slug, "/roles/" + role, "permissions.action");
            same(slug, "/roles/" + role, "description");
        }
        same(slug, "/permissions", "resource");
        same(slug, "/permissions", "action");
        same(slug, "/tenants", "data.display_name");
        same(slug, "/tenants", "data.metadata");
        apps.platform(slug).as(Method.GET, "/api-keys", null).body("data", empty());
        apps.platform(slug).as(Method.GET, "/end-users", null).body("data", empty());
        apps.platform(slug).as(Method.GET, "/health", null).statusCode(200);
        Tokens tokens = apps.api(slug).signedUp(TestUser.ada().withPassword("CorrectHorse123"));
        apps.api(slug).permissions(tokens.access()).body("permissions", contains("user.read"));
        apps.platform(slug).as(Method.GET, "/audit-logs", null).statusCode(200);
        assertThat(apps.realm(slug).events("REGISTER")).hasSize(1);
    }

    @Test
    void givenNoMore_whenCloning_thenNameAndTenantsAreAsTheContractHasThem() {
        String slug = apps.slug();

        clone(slug, Map.of("environment", "development"))
                .statusCode(201)
                .body("app.display_name", equalTo("Acme"))
                .body("app.environment", equalTo("development"))
                .body("copied.tenants", equalTo(0));
        apps.platform(slug).as(Method.GET, "/tenants", null).body("data", empty());
    }

    @Test
    void givenAClosedApp_whenCloningIt_thenStrangersStayOutOfTheCopy() {
        String closed = apps.make();
        apps.platform(closed).as(Method.PATCH, "/auth-config", Map.of("signup_enabled", false));
        String slug = apps.slug();
        Map<String, Object> body = Map.of("slug", slug, "environment", "staging");

        apps.platform(closed).as(Method.POST, "/clone", body).statusCode(201);

        apps.api(slug).signup(TestUser.ada()).statusCode(403);
    }

    @Test
    void givenABadBody_whenCloning_thenRefused() {
        clone(source, Map.of("environment", "staging")).statusCode(400).body("errors.field", contains("slug"));
        clone(apps.slug(), Map.of()).statusCode(400).body("errors.field", contains("environment"));
        clone(apps.slug(), Map.of("environment", "test")).statusCode(400);
        clone("Bad Slug", Map.of("environment", "staging")).statusCode(400);
        clone(apps.make(), Map.of("environment", "staging")).statusCode(409).body("code", equalTo("SLUG_TAKEN"));
        clone(apps.slug(), Map.of("environment", "staging", "copy_tenants", "yes"))
                .statusCode(400);
    }

    @Test
    void givenAdmins_whenCloning_thenWhoMayMakeRealmsAndReadAllOfIt() {
        try (MasterAdmin maker = new MasterAdmin(apps.door(), "create-realm");
                MasterAdmin manager = new MasterAdmin(apps.door()).over(source, "manage-realm", "view-clients");
                MasterAdmin blind = new MasterAdmin(apps.door(), "create-realm").over(source, "manage-realm");
                MasterAdmin both =
                        new MasterAdmin(apps.door(), "create-realm").over(source, "manage-realm", "view-clients")) {
            assertThat(cloned(maker)).isEqualTo(403);
            assertThat(cloned(manager)).isEqualTo(403);
            assertThat(cloned(blind)).isEqualTo(403);
            assertThat(cloned(both)).isEqualTo(201);
        }
    }

    private static int cloned(MasterAdmin admin) {
        Map<String, Object> body = Map.of("slug", apps.slug(), "environment", "staging");
        return apps.door()
                .as(admin.bearer(), Method.POST, "/apps/" + source + "/clone", body)
                .extract()
                .statusCode();
    }

    private static ValidatableResponse clone(String slug, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("slug", slug);
        return apps.platform(source).as(Method.POST, "/clone", body);
    }

    private static void same(String slug, String path, String what) {
        Object ours = apps.platform(source)
                .as(Method.GET, path, null)
                .extract()
                .jsonPath()
                .get(what);
        Object copied = apps.platform(slug)
                .as(Method.GET, path, null)
                .extract()
                .jsonPath()
                .get(what);
        assertThat(copied).as("%s of %s", what, path).isNotNull().isEqualTo(ours);
    }
}
