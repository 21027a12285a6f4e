/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.FineGrained;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom a caller gets to see, in lists and one by one, and which app an admin means. */
@OnOneDatabase
class SeenUsersIT {

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenAMember_whenReadingUsersById_thenThemselvesAlone() {
        Tokens member = app.api().signedUp(TestUser.named("member"));
        Tokens other = app.api().signedUp(TestUser.named("other"));

        app.api()
                .as(member.access(), Method.GET, "/admin/users/" + member.userId(), null)
                .statusCode(200)
                .body("id", equalTo(member.userId()));
        app.api()
                .as(member.access(), Method.GET, "/admin/users/" + other.userId(), null)
                .statusCode(403);
    }

    @Test
    void givenAnAdminWhoMayOnlyQuery_whenListing_thenNobodyIsShown() {
        RealmBoss boss = RealmBoss.of(app, "query-users");
        app.api().signedUp(TestUser.ada());

        Response answer = boss.answer(Method.GET, "/end-users", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("data")).isEmpty();
    }

    @Test
    void givenARealmWhoseIdIsAnAppsSlug_whenTheServersAdminNamesTheApp_thenNeitherIsGuessed() {
        String trap = "trap-" + UUID.randomUUID().toString().substring(0, 8);
        app.admin()
                .createRealm(
                        trap,
                        Map.of(
                                "id",
                                app.slug(),
                                "realm",
                                trap,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("heimdall.enabled", "true")));
        try {
            app.platform().as(Method.GET, "/auth-config", null).statusCode(409);
            String id = (String) app.admin()
                    .request(Method.GET, "/admin/realms/" + app.slug(), null)
                    .path("id");
            app.admin().succeed(Method.GET, "/v1/apps/" + id + "/auth-config", null);
        } finally {
            app.admin().realm(trap).delete();
        }
        app.platform().as(Method.GET, "/auth-config", null).statusCode(200);
    }

    /** A helpdesk that may view and manage all users but one, by Keycloak's fine-grained permissions. */
    @Nested
    class AHelpdesk {

        private final App desk = App.fresh();

        @Test
        void seesAndChangesAllButThatOne() {
            desk.createOn(app.server());
            try (desk) {
                Targets.Target target = Targets.MEMBER.hire(desk);
                Targets.Target spared = Targets.OWNER.hire(desk);
                Targets.OWNER.hire(desk);
                RealmBoss helpdesk = RealmBoss.of(desk, "query-users");
                FineGrained permissions = FineGrained.of(desk);
                permissions.allow(helpdesk.userId(), "view", "manage", "map-roles");
                permissions.deny(helpdesk.userId(), List.of(spared.id()), "view", "manage", "map-roles");

                assertThat(ids(helpdesk.answer(Method.GET, "/end-users?limit=200", null)))
                        .contains(target.id())
                        .doesNotContain(spared.id());
                assertThat(cursors(helpdesk))
                        .noneMatch(cursor -> cursor.contains(spared.id()))
                        .noneMatch(cursor -> cursor.contains(spared.user().username()));
                assertThat(helpdesk.here(Method.GET, "/end-users/" + UUID.randomUUID(), null))
                        .isEqualTo(404);
                assertThat(affected(helpdesk, "revoke-sessions", List.of(target.id(), spared.id())))
                        .isEqualTo(1);
                assertThat(affected(helpdesk, "delete", List.of(target.id(), spared.id())))
                        .isEqualTo(1);
                assertThat(desk.realm().user(spared.user().username())).isNotNull();
                assertThat(desk.realm().user(target.user().username())).isNull();
            }
        }

        @Test
        void whoMayDoItToOneUserAlone_seesAndChangesThatOne() {
            desk.createOn(app.server());
            try (desk) {
                Targets.Target target = Targets.MEMBER.hire(desk);
                Targets.Target other = Targets.MEMBER.hire(desk);
                RealmBoss helpdesk = RealmBoss.of(desk, "query-users");
                FineGrained.of(desk).allow(helpdesk.userId(), List.of(target.id()), "view", "manage");

                assertThat(ids(helpdesk.answer(Method.GET, "/end-users", null))).containsExactly(target.id());
                assertThat(helpdesk.here(Method.GET, "/end-users/" + target.id(), null))
                        .isEqualTo(200);
                assertThat(helpdesk.here(Method.GET, "/end-users/" + other.id(), null))
                        .isEqualTo(403);
                assertThat(helpdesk.here(Method.PATCH, "/end-users/" + target.id(), Map.of("display_name", "N")))
                        .isEqualTo(200);
                assertThat(helpdesk.here(Method.PATCH, "/end-users/" + other.id(), Map.of("display_name", "N")))
                        .isEqualTo(403);
                assertThat(helpdesk.here(Method.POST, "/roles", Map.of("name", "helper")))
                        .isEqualTo(403);
            }
        }

        /** All that a list of one user a page gives out, with the encoding of URLs undone. */
        private static List<String> cursors(RealmBoss helpdesk) {
            List<String> cursors = new ArrayList<>();
            String next = null;
            do {
                String query = "/end-users?limit=1" + (next == null ? "" : "&cursor=" + next);
                next = helpdesk.answer(Method.GET, query, null).jsonPath().getString("pagination.next_cursor");
                if (next != null) {
                    cursors.add(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.ISO_8859_1));
                }
            } while (next != null);
            assertThat(cursors).hasSizeGreaterThan(1);
            return cursors;
        }

        private static List<String> ids(Response list) {
            assertThat(list.statusCode()).isEqualTo(200);
            return list.jsonPath().getList("data.id");
        }

        private static int affected(RealmBoss boss, String deed, List<String> ids) {
            Response answer = boss.answer(
                    Method.POST, "/end-users/bulk-" + deed, Map.of("selection", Map.of("mode", "ids", "ids", ids)));
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            return answer.path("affected_users");
        }
    }
}
