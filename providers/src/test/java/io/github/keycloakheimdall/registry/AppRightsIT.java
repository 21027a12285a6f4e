/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MasterAdmin;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who makes apps, and who is told of which: what Keycloak lets the same token do. */
class AppRightsIT {

    @RegisterExtension
    static final MadeApps apps = new MadeApps();

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App other = App.fresh();

    @Test
    void givenNoBearerOfAnAdmin_whenAsking_thenUnauthorized() {
        String user = app.api().signedUp(TestUser.ada()).access();

        for (String path : List.of("/apps", "/stats/me")) {
            apps.door().request(Method.GET, path, null, Map.of()).then().statusCode(401);
            apps.door().as(user, Method.GET, path, null).statusCode(401);
        }
        apps.door()
                .as(user, Method.POST, "/apps", apps.door().creation(apps.slug()))
                .statusCode(401);
    }

    @Test
    void givenWhoAdministersNothing_whenAsking_thenForbidden() {
        try (MasterAdmin nobody = new MasterAdmin(apps.door())) {
            for (String bearer : List.of(nobody.bearer(), RealmBoss.of(app).bearer())) {
                apps.door().as(bearer, Method.GET, "/apps", null).statusCode(403);
                apps.door().as(bearer, Method.GET, "/stats/me", null).statusCode(403);
                apps.door()
                        .as(bearer, Method.POST, "/apps", apps.door().creation(apps.slug()))
                        .statusCode(403);
            }
            assertThat(nobody.atKeycloak(Method.GET, "", null).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void givenAnAdminOfOneRealm_whenAsking_thenItIsTheOnlyOne() {
        String boss = RealmBoss.of(app, "realm-admin").bearer();
        app.api().signedUp(TestUser.ada());

        apps.door().as(boss, Method.GET, "/apps", null).statusCode(200).body("data.slug", contains(app.slug()));
        apps.door().as(boss, Method.GET, "/stats/me", null).statusCode(200).body("apps", equalTo(1));
        apps.door()
                .as(boss, Method.POST, "/apps", apps.door().creation(apps.slug()))
                .statusCode(403);
        apps.door().as(boss, Method.GET, "/apps/" + other.slug(), null).statusCode(403);
        // Roles that do not look into the realm itself.
        String clerk = RealmBoss.of(app, "manage-users").bearer();
        apps.door().as(clerk, Method.GET, "/apps", null).statusCode(200).body("data", empty());
        apps.door().as(clerk, Method.GET, "/apps/" + app.slug(), null).statusCode(403);
    }

    @Test
    void givenAnAdminOfSomeRealms_whenAsking_thenThoseThatTheyMayLookInto() {
        try (MasterAdmin admin =
                new MasterAdmin(apps.door()).over(app.slug(), "view-realm").over(other.slug(), "view-users")) {
            assertThat(admin.atKeycloak(Method.GET, "/" + app.slug() + "/components", null)
                            .statusCode())
                    .isEqualTo(200);
            apps.door()
                    .as(admin.bearer(), Method.GET, "/apps", null)
                    .statusCode(200)
                    .body("data.slug", contains(app.slug()));
            apps.door()
                    .as(admin.bearer(), Method.POST, "/apps", apps.door().creation(apps.slug()))
                    .statusCode(403);
            admin.over(other.slug(), "manage-realm");
            apps.door()
                    .as(admin.bearer(), Method.GET, "/apps", null)
                    .body("data.slug", containsInAnyOrder(app.slug(), other.slug()));
        }
    }

    @Test
    void givenATokenWithFewerRolesThanItsHolder_whenAsking_thenItsOwnDecide() {
        RealmAdmin master = apps.realm("master");
        String client = "narrow-" + app.slug();
        try (MasterAdmin admin = new MasterAdmin(apps.door(), "create-realm")
                .over(app.slug(), "view-realm")
                .over(other.slug(), "view-realm")) {
            master.call(
                    Method.POST,
                    "/clients",
                    Map.of(
                            "clientId",
                            client,
                            "publicClient",
                            true,
                            "directAccessGrantsEnabled",
                            true,
                            "standardFlowEnabled",
                            false,
                            "fullScopeAllowed",
                            false));
            String id = (String) master.client(client).get("id");
            String administration =
                    (String) master.client(app.slug() + "-realm").get("id");
            master.call(
                    Method.POST,
                    "/clients/" + id + "/scope-mappings/clients/" + administration,
                    master.clientRoles(app.slug() + "-realm").stream()
                            .filter(role -> "view-realm".equals(role.get("name")))
                            .toList());
            String narrow = admin.bearer(client);

            apps.door().as(narrow, Method.GET, "/apps", null).statusCode(200).body("data.slug", contains(app.slug()));
            apps.door()
                    .as(narrow, Method.POST, "/apps", apps.door().creation(apps.slug()))
                    .statusCode(403);
            apps.door()
                    .as(admin.bearer(), Method.GET, "/apps", null)
                    .body("data.slug", containsInAnyOrder(app.slug(), other.slug()));
            master.call(Method.DELETE, "/clients/" + id, null);
        }
    }

    @Test
    void givenATokenThatListsItsRoles_whenItMadeAnApp_thenItsSuccessorReachesIt() {
        RealmAdmin master = apps.realm("master");
        String client = "full-" + app.slug();
        try (MasterAdmin maker = new MasterAdmin(apps.door(), "create-realm")) {
            master.call(
                    Method.POST,
                    "/clients",
                    Map.of("clientId", client, "publicClient", true, "directAccessGrantsEnabled", true));
            String id = (String) master.client(client).get("id");
            String slug = apps.slug();
            String full = maker.bearer(client);
            apps.door()
                    .as(full, Method.POST, "/apps", apps.door().creation(slug))
                    .statusCode(201);

            // Before 26.7.5 what the token lists is all that Keycloak looks at.
            int keycloaks = maker.atKeycloak(full, Method.GET, "/" + slug + "/users", null)
                    .statusCode();
            apps.door().as(full, Method.GET, "/apps/" + slug, null).statusCode(keycloaks);
            apps.door().as(full, Method.GET, "/apps", null).statusCode(200).body("data", empty());
            String next = maker.bearer(client);
            apps.door().as(next, Method.GET, "/apps/" + slug, null).statusCode(200);
            apps.door().as(next, Method.GET, "/apps", null).body("data.slug", contains(slug));
            master.call(Method.DELETE, "/clients/" + id, null);
        }
    }
}
