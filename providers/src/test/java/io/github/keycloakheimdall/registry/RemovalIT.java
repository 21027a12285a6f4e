/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.MasterAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The end of an app, and of those who belong to it. */
class RemovalIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    @RegisterExtension
    static final MadeApps apps = new MadeApps();

    @Test
    void givenAnApp_whenDeletingIt_thenItIsClosedAtOnceAndGoneSoon() {
        String slug = apps.make();
        Tokens tokens = apps.api(slug).signedUp(TestUser.ada());
        apps.platform(slug).key("user.update");
        apps.realm("master").update(Map.of("adminEventsEnabled", true));
        try {
            apps.platform(slug).as(Method.DELETE, "", null).statusCode(204).body(equalTo(""));

            assertThat(apps.realm("master").list("/admin-events?operationTypes=DELETE&resourceTypes=REALM"))
                    .anySatisfy(event -> assertThat(event).containsEntry("resourcePath", slug));
        } finally {
            apps.realm("master").update(Map.of("adminEventsEnabled", false));
        }

        assertThat(apps.api(slug).me(tokens.access()).extract().statusCode()).isIn(403, 404);
        apps.platform(slug).as(Method.GET, "", null).statusCode(404);
        apps.platform(slug).as(Method.DELETE, "", null).statusCode(404);
        apps.platform(slug).as(Method.GET, "/end-users", null).statusCode(404);
        apps.door().as(Method.GET, "/apps", null).statusCode(200).body("data.slug", not(hasItem(slug)));
        gone(slug);
        // The name is free for another app, which starts with nothing.
        apps.door().as(Method.POST, "/apps", apps.door().creation(slug)).statusCode(201);
        apps.platform(slug).as(Method.GET, "/api-keys", null).body("data", equalTo(List.of()));
    }

    @Test
    void givenAnApp_whenManyDeleteItAtOnce_thenOneDoes() {
        String slug = apps.make();

        List<Integer> statuses = AtOnce.run(
                4,
                i -> apps.platform(slug).as(Method.DELETE, "", null).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        gone(slug);
    }

    @Test
    void givenAdmins_whenDeletingAnApp_thenOnlyWhoMayDeleteItsRealm() {
        String slug = apps.make();
        try (MasterAdmin viewer = new MasterAdmin(apps.door()).over(slug, "view-realm", "manage-users");
                MasterAdmin manager = new MasterAdmin(apps.door()).over(slug, "manage-realm")) {
            apps.door()
                    .as(viewer.bearer(), Method.DELETE, "/apps/" + slug, null)
                    .statusCode(403);
            apps.door()
                    .as(manager.bearer(), Method.DELETE, "/apps/" + slug, null)
                    .statusCode(204);
            gone(slug);
        }
    }

    @Test
    void givenMembers_whenRemovingThem_thenTheirAccountsGoButNotTheLastOwners() {
        String slug = apps.make();
        Tokens owner = apps.api(slug).signedUp(TestUser.named("owner"));
        apps.realm(slug).giveRole(owner.userId(), "owner");
        TestUser user = TestUser.named("member");
        Tokens member = apps.api(slug).signedUp(user);

        apps.platform(slug)
                .as(Method.GET, "/members?limit=1", null)
                .statusCode(200)
                .body("data[0].account_id", equalTo(member.userId()))
                .body("data[0].username", equalTo(user.username()))
                .body("data[0].role_name", equalTo("member"))
                .body("data[0].role_id", equalTo(apps.realm(slug).role("member").get("id")))
                .body("pagination.has_more", equalTo(true));
        apps.platform(slug)
                .as(Method.DELETE, "/members/" + owner.userId(), null)
                .statusCode(409)
                .body("code", equalTo("LAST_OWNER"));
        apps.platform(slug)
                .as(Method.DELETE, "/members/" + member.userId(), null)
                .statusCode(204);
        apps.platform(slug)
                .as(Method.DELETE, "/members/" + member.userId(), null)
                .statusCode(404);

        assertThat(apps.realm(slug).user(user.username())).isNull();
    }

    private static void gone(String slug) {
        await().atMost(SOON)
                .until(() -> apps.door()
                                .admin()
                                .request(Method.GET, "/admin/realms/" + slug, null)
                                .statusCode()
                        == 404);
    }
}
