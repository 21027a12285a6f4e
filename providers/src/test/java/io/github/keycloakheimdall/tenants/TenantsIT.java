/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tenants, through the door for admins; the one for backends leads to the same service. */
class TenantsIT {

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenAName_whenCreatingATenant_thenItIsAnOrganizationToo() {
        String name = unique("Acmé Co");

        ValidatableResponse made = admin(
                        Method.POST,
                        "",
                        Map.of("display_name", name, "metadata", Map.of("plan", "pro", "seatCount", 3)))
                .statusCode(201)
                .body("display_id", matchesPattern("tnt_[0-9a-f]{12}"))
                .body("slug", matchesPattern("acme-co-[0-9a-f]+"))
                .body("status", equalTo("active"))
                .body("metadata.plan", equalTo("pro"))
                .body("metadata.seatCount", equalTo(3));

        String id = made.extract().path("id");
        admin(Method.GET, "/" + made.extract().path("display_id"), null).body("id", equalTo(id));
        assertThat(app.realm().list("/organizations")).anyMatch(org -> name.equals(org.get("name")));
    }

    @Test
    void givenTwoOfOneName_whenCreated_thenBothHaveItAndTheirSlugsDiffer() {
        String name = unique("Twins");
        String slug =
                admin(Method.POST, "", Map.of("display_name", name)).extract().path("slug");

        admin(Method.POST, "", Map.of("display_name", name))
                .statusCode(201)
                .body("display_name", equalTo(name))
                .body("slug", matchesPattern(slug + "-[0-9a-f]{6}"));
        admin(Method.POST, "", Map.of("display_name", name, "slug", slug)).statusCode(409);
    }

    @Test
    void givenOneSlug_whenCreatedManyTimesAtOnce_thenOneTenant() {
        String slug = unique("race");

        List<Integer> statuses =
                AtOnce.run(4, i -> admin(Method.POST, "", Map.of("display_name", unique("Race"), "slug", slug))
                        .extract()
                        .statusCode());

        assertThat(statuses)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    @Test
    void givenATenant_whenPatched_thenWhatIsNamedChangesAndTheConsoleShowsIt() {
        String id = tenant();
        String name = unique("Renamed");

        admin(Method.PATCH, "/" + id, Map.of("display_name", name, "slug", unique("renamed"), "status", "suspended"))
                .statusCode(200)
                .body("display_name", equalTo(name))
                .body("status", equalTo("suspended"));

        assertThat(organization(id)).containsEntry("name", name).containsEntry("enabled", false);
        admin(Method.PATCH, "/" + id, Map.of("status", "archived")).body("status", equalTo("archived"));
        admin(Method.GET, "?status=archived", null).body("data.id", hasItem(id));
    }

    @Test
    void givenAnOrganizationOfTheConsole_whenListing_thenItIsATenant() {
        String alias = unique("console");
        app.realm().call(Method.POST, "/organizations", Map.of("name", alias, "alias", alias));

        admin(Method.GET, "?limit=100", null).statusCode(200).body("data.slug", hasItem(alias));
    }

    @Test
    void givenATenant_whenTheConsoleChangesAndDeletesIt_thenItShowsHereAtOnce() {
        String id = tenant();
        String name = unique("By the console");
        Map<String, Object> changed = new HashMap<>(organization(id));
        changed.put("name", name);
        changed.put("enabled", false);

        app.realm().call(Method.PUT, "/organizations/" + id, changed);
        admin(Method.GET, "/" + id, null)
                .statusCode(200)
                .body("display_name", equalTo(name))
                .body("status", equalTo("suspended"));

        app.realm().call(Method.DELETE, "/organizations/" + id, null);
        admin(Method.GET, "/" + id, null).statusCode(404);
        admin(Method.GET, "?limit=100", null).body("data.id", not(hasItem(id)));
    }

    @Test
    void givenAMember_whenTheConsoleRemovesHim_thenNoMemberHereAndNoClaims() {
        String id = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        add(id, ada, "admin").statusCode(201);
        Tokens inside =
                Tokens.of(app.api().as(ada.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id)));
        app.api().permissions(inside.access()).body("org_role", equalTo("admin"));

        app.realm().call(Method.DELETE, "/organizations/" + id + "/members/" + ada.userId(), null);

        admin(Method.GET, "/" + id + "/members", null).body("data", hasSize(0));
        app.api().as(ada.access(), Method.GET, "/auth/me/tenants", null).body("data", hasSize(0));
        app.api().permissions(inside.access()).body("permissions", not(hasItem("user.update")));
        assertThat(Tokens.of(app.api().refresh(inside.refresh())).accessJwt().claims())
                .doesNotContainKeys("org_id", "org_role", "tid", "trole");
        // Who comes back starts anew, without the role of before.
        app.realm().call(Method.POST, "/organizations/" + id + "/members", ada.userId());
        admin(Method.GET, "/" + id + "/members", null).body("data.role_name", contains("member"));
    }

    @Test
    void givenAMemberOfHere_whenRemovedHere_thenTheConsoleShowsBoth() {
        String id = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        String members = "/organizations/" + id + "/members";

        add(id, ada, "member").statusCode(201);
        assertThat(app.realm().list(members)).extracting(user -> user.get("id")).containsExactly(ada.userId());

        admin(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        assertThat(app.realm().list(members)).isEmpty();
    }

    @Test
    void givenAnIdempotencyKey_whenATenantIsMadeAgain_thenTheSameAnswerOrAConflict() {
        String key = unique("retry");
        Map<String, String> body = Map.of("display_name", unique("Once"));

        String first = once(key, body).statusCode(201).extract().asString();

        assertThat(once(key, body).statusCode(201).extract().asString()).isEqualTo(first);
        once(key, Map.of("display_name", "Another")).statusCode(409);
        assertThat(app.realm().list("/organizations"))
                .filteredOn(org -> body.get("display_name").equals(org.get("name")))
                .hasSize(1);
    }

    @Test
    void givenAnIdempotencyKey_whenSentAtOnce_thenOneTenant() {
        String key = unique("at-once");
        Map<String, String> body = Map.of("display_name", unique("At once"));

        List<String> answers =
                AtOnce.run(4, i -> once(key, body).statusCode(201).extract().asString());

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(app.realm().list("/organizations"))
                .filteredOn(org -> body.get("display_name").equals(org.get("name")))
                .hasSize(1);
    }

    private static ValidatableResponse once(String key, Object body) {
        return app.platform().once(key, Method.POST, "/tenants", body);
    }

    @Test
    void givenThreeTenants_whenPaging_thenEachOnceTheNewestFirst() {
        try (App other = App.fresh().createOn(app.server())) {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                made.add(
                        0,
                        admin(other, Method.POST, "", Map.of("display_name", "Tenant " + i))
                                .extract()
                                .path("id"));
            }
            ValidatableResponse first = admin(other, Method.GET, "?limit=2", null)
                    .body("data.id", contains(made.get(0), made.get(1)))
                    .body("pagination.has_more", equalTo(true));
            admin(other, Method.GET, "?limit=2&cursor=" + first.extract().path("pagination.next_cursor"), null)
                    .body("data.id", contains(made.get(2)))
                    .body("pagination.has_more", equalTo(false));
            admin(other, Method.GET, "/" + tenant(), null).statusCode(404);
        }
    }

    @Test
    void givenABadQuery_whenListing_thenRefused() {
        for (String query : List.of("?limit=0", "?limit=101", "?limit=x", "?cursor=zzz", "?status=gone")) {
            admin(Method.GET, query, null).statusCode(400);
        }
    }

    @Test
    void givenAMember_whenSwitching_thenTheClaimsAreThereUntilTheMembershipGoes() {
        String id = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        add(id, ada, "Admin").statusCode(201).body("membership.role_name", equalTo("admin"));
        add(id, ada, "admin").statusCode(409);

        Tokens inside =
                Tokens.of(app.api().as(ada.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id)));
        assertThat(inside.accessJwt().claims())
                .containsEntry("org_id", id)
                .containsEntry("org_role", "admin")
                .containsEntry("tid", id)
                .containsEntry("trole", "admin");
        app.api()
                .permissions(inside.access())
                .body("role", equalTo("member"))
                .body("org_role", equalTo("admin"))
                .body("permissions", hasItem("user.update"));
        Tokens next = Tokens.of(app.api().refresh(inside.refresh()));
        assertThat(next.accessJwt().claims()).containsEntry("org_id", id);

        admin(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        Tokens outside = Tokens.of(app.api().refresh(next.refresh()));
        assertThat(outside.accessJwt().claims()).doesNotContainKeys("org_id", "org_role", "tid", "trole");
    }

    @Test
    void givenARoleInATenant_whenAskingWhatATokenMay_thenItCountsForTheTokensOfThatTenant() {
        String id = tenant();
        String elsewhere = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        add(id, ada, "admin").statusCode(201);
        add(elsewhere, ada, "member").statusCode(201);

        Tokens inside = switched(ada, id);
        Tokens away = switched(inside, elsewhere);

        assertMayUpdateUsers(inside, true);
        assertMayUpdateUsers(ada, false);
        assertMayUpdateUsers(away, false);
        // What reaches the users of the whole app is no matter of a tenant.
        app.api().as(inside.access(), Method.GET, "/admin/users", null).statusCode(403);
        admin(Method.DELETE, "/" + id + "/members/" + ada.userId(), null).statusCode(204);
        assertMayUpdateUsers(inside, false);
    }

    @Test
    void givenASuspendedTenant_whenSwitchingOrSigningIn_thenForbidden() {
        String id = tenant();
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        add(id, tokens, "member").statusCode(201);
        Tokens.of(signin(ada, id));
        admin(Method.PATCH, "/" + id, Map.of("status", "suspended")).statusCode(200);

        app.api()
                .as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id))
                .statusCode(403);
        signin(ada, id).statusCode(403);
        signin(ada.withPassword("wrong"), id).statusCode(401);
    }

    @Test
    void givenSomebodyElsesTenant_whenSwitching_thenForbidden() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        for (String id : List.of(tenant(), "nothing", "tnt_nothing")) {
            app.api()
                    .as(eve.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", id))
                    .statusCode(403);
        }
    }

    @Test
    void givenAnEmailThatNobodyHas_whenAdding_thenAnAccountIsMade() {
        String email = unique("new") + "@example.com";

        admin(Method.POST, "/" + tenant() + "/members", Map.of("email", email, "role_name", "member"))
                .statusCode(201)
                .body("created_account", equalTo(true))
                .body("account_id", notNullValue());
        admin(Method.POST, "/" + tenant() + "/members", Map.of("email", email, "role_name", "member"))
                .statusCode(201)
                .body("created_account", equalTo(false));
    }

    @Test
    void givenAMemberOfTheConsole_whenLookingHere_thenAMember() {
        String id = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        app.realm().call(Method.POST, "/organizations/" + id + "/members", ada.userId());

        admin(Method.GET, "/" + id + "/members", null)
                .body("data.account_id", contains(ada.userId()))
                .body("data[0].role_name", equalTo("member"));
        app.api()
                .as(ada.access(), Method.GET, "/auth/me/tenants", null)
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].tenant_id", equalTo(id));
        admin(Method.PATCH, "/" + id + "/members/" + ada.userId(), Map.of("role_name", "owner"))
                .body("role_name", equalTo("owner"));
    }

    @Test
    void givenATenantWithAMember_whenDeleted_thenTheAccountStays() {
        String id = tenant();
        Tokens ada = app.api().signedUp(TestUser.ada());
        add(id, ada, "member").statusCode(201);

        admin(Method.DELETE, "/" + id, null).statusCode(204);

        admin(Method.GET, "/" + id, null).statusCode(404);
        app.api().me(ada.access()).statusCode(200);
        assertThat(app.realm().list("/organizations")).noneMatch(org -> id.equals(org.get("id")));
    }

    @Test
    void givenANumberThatNothingHolds_whenCreating_thenBadRequest() {
        admin(Method.POST, "", "{\"display_name\":\"Large\",\"metadata\":{\"deep\":[1e999]}}")
                .statusCode(400);
    }

    @Test
    void givenABadBody_whenAddingAMember_thenRefused() {
        String path = "/" + tenant() + "/members";

        admin(Method.POST, path, Map.of("role_name", "member")).statusCode(400);
        admin(Method.POST, path, Map.of("account_id", "x", "email", "x@example.com", "role_name", "member"))
                .statusCode(400);
        admin(Method.POST, path, Map.of("account_id", "nobody", "role_name", "member"))
                .statusCode(404);
        admin(Method.POST, path, Map.of("email", "x@example.com", "role_name", "no-such-role"))
                .statusCode(400);
    }

    @Test
    void givenNoKey_whenAskingForTenants_thenRefused() {
        Tokens ada = app.api().signedUp(TestUser.ada());

        app.api().request(Method.GET, "/tenants", null, Map.of()).then().statusCode(401);
        app.api().as(ada.access(), Method.GET, "/tenants", null).statusCode(401);
    }

    private static Tokens switched(Tokens tokens, String tenant) {
        return Tokens.of(
                app.api().as(tokens.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)));
    }

    /** Whichever way it is asked. */
    private static void assertMayUpdateUsers(Tokens tokens, boolean may) {
        Map<String, String> check = Map.of("permission", "user.update");
        app.api()
                .permissions(tokens.access())
                .body("permissions", may ? hasItem("user.update") : not(hasItem("user.update")));
        app.api().as(tokens.access(), Method.POST, "/authorize", check).body("authorized", equalTo(may));
        app.api()
                .as(tokens.access(), Method.POST, "/authorize/batch", Map.of("checks", List.of(check)))
                .body("results.authorized", contains(may));
    }

    private static ValidatableResponse signin(TestUser user, String tenantId) {
        Map<String, String> body =
                Map.of("identifier", user.username(), "password", user.password(), "tenant_id", tenantId);
        return app.api().request(Method.POST, "/auth/signin", body, Map.of()).then();
    }

    private static ValidatableResponse add(String id, Tokens user, String role) {
        return admin(Method.POST, "/" + id + "/members", Map.of("account_id", user.userId(), "role_name", role));
    }

    private static String tenant() {
        return admin(Method.POST, "", Map.of("display_name", unique("Tenant")))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> organization(String id) {
        return app.realm()
                .call(Method.GET, "/organizations/" + id, null)
                .jsonPath()
                .getMap("$");
    }

    private static ValidatableResponse admin(Method method, String below, Object body) {
        return admin(app, method, below, body);
    }

    private static ValidatableResponse admin(App of, Method method, String below, Object body) {
        return of.admin()
                .request(method, "/v1/apps/" + of.slug() + "/tenants" + below, body)
                .then();
    }

    private static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
