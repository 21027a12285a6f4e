/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tenants, through the door for admins; the one for backends leads to the same service. */
class TenantsIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final AdminsTenants tenants = new AdminsTenants(app);

    @Test
    void givenAName_whenCreatingATenant_thenItIsAnOrganizationToo() {
        String name = AdminsTenants.unique("Acmé Co");

        ValidatableResponse made = tenants.call(
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
        tenants.call(Method.GET, "/" + made.extract().path("display_id"), null).body("id", equalTo(id));
        assertThat(app.realm().list("/organizations")).anyMatch(org -> name.equals(org.get("name")));
    }

    @Test
    void givenTwoOfOneName_whenCreated_thenBothHaveItAndTheirSlugsDiffer() {
        String name = AdminsTenants.unique("Twins");
        String slug = tenants.call(Method.POST, "", Map.of("display_name", name))
                .extract()
                .path("slug");

        tenants.call(Method.POST, "", Map.of("display_name", name))
                .statusCode(201)
                .body("display_name", equalTo(name))
                .body("slug", matchesPattern(slug + "-[0-9a-f]{6}"));
        tenants.call(Method.POST, "", Map.of("display_name", name, "slug", slug))
                .statusCode(409);
    }

    @Test
    void givenOneSlug_whenCreatedManyTimesAtOnce_thenOneTenant() {
        String slug = AdminsTenants.unique("race");

        List<Integer> statuses = AtOnce.run(4, i -> tenants.call(
                        Method.POST, "", Map.of("display_name", AdminsTenants.unique("Race"), "slug", slug))
                .extract()
                .statusCode());

        assertThat(statuses)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
    }

    @Test
    void givenATenant_whenPatched_thenWhatIsNamedChangesAndTheConsoleShowsIt() {
        String id = tenants.made();
        String name = AdminsTenants.unique("Renamed");

        tenants.call(
                        Method.PATCH,
                        "/" + id,
                        Map.of("display_name", name, "slug", AdminsTenants.unique("renamed"), "status", "suspended"))
                .statusCode(200)
                .body("display_name", equalTo(name))
                .body("status", equalTo("suspended"));

        assertThat(organization(id)).containsEntry("name", name).containsEntry("enabled", false);
        tenants.call(Method.PATCH, "/" + id, Map.of("status", "archived")).body("status", equalTo("archived"));
        tenants.call(Method.GET, "?status=archived", null).body("data.id", hasItem(id));
    }

    @Test
    void givenAnOrganizationOfTheConsole_whenListing_thenItIsATenant() {
        String alias = AdminsTenants.unique("console");
        app.realm().call(Method.POST, "/organizations", Map.of("name", alias, "alias", alias));

        tenants.call(Method.GET, "?limit=100", null).statusCode(200).body("data.slug", hasItem(alias));
    }

    @Test
    void givenATenant_whenTheConsoleChangesAndDeletesIt_thenItShowsHereAtOnce() {
        String id = tenants.made();
        String name = AdminsTenants.unique("By the console");
        Map<String, Object> changed = new HashMap<>(organization(id));
        changed.put("name", name);
        changed.put("enabled", false);

        app.realm().call(Method.PUT, "/organizations/" + id, changed);
        tenants.call(Method.GET, "/" + id, null)
                .statusCode(200)
                .body("display_name", equalTo(name))
                .body("status", equalTo("suspended"));

        app.realm().call(Method.DELETE, "/organizations/" + id, null);
        tenants.call(Method.GET, "/" + id, null).statusCode(404);
        tenants.call(Method.GET, "?limit=100", null).body("data.id", not(hasItem(id)));
    }

    @Test
    void givenAnIdempotencyKey_whenATenantIsMadeAgain_thenTheSameAnswerOrAConflict() {
        String key = AdminsTenants.unique("retry");
        Map<String, String> body = Map.of("display_name", AdminsTenants.unique("Once"));

        String first = once(key, body).statusCode(201).extract().asString();

        assertThat(once(key, body).statusCode(201).extract().asString()).isEqualTo(first);
        once(key, Map.of("display_name", "Another")).statusCode(409);
        assertThat(app.realm().list("/organizations"))
                .filteredOn(org -> body.get("display_name").equals(org.get("name")))
                .hasSize(1);
    }

    @Test
    void givenAnIdempotencyKey_whenSentAtOnce_thenOneTenant() {
        String key = AdminsTenants.unique("at-once");
        Map<String, String> body = Map.of("display_name", AdminsTenants.unique("At once"));

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
                        new AdminsTenants(other)
                                .call(Method.POST, "", Map.of("display_name", "Tenant " + i))
                                .extract()
                                .path("id"));
            }
            ValidatableResponse first = new AdminsTenants(other)
                    .call(Method.GET, "?limit=2", null)
                    .body("data.id", contains(made.get(0), made.get(1)))
                    .body("pagination.has_more", equalTo(true));
            new AdminsTenants(other)
                    .call(Method.GET, "?limit=2&cursor=" + first.extract().path("pagination.next_cursor"), null)
                    .body("data.id", contains(made.get(2)))
                    .body("pagination.has_more", equalTo(false));
            new AdminsTenants(other)
                    .call(Method.GET, "/" + tenants.made(), null)
                    .statusCode(404);
        }
    }

    @Test
    void givenABadQuery_whenListing_thenRefused() {
        for (String query : List.of("?limit=0", "?limit=101", "?limit=x", "?cursor=zzz", "?status=gone")) {
            tenants.call(Method.GET, query, null).statusCode(400);
        }
    }

    @Test
    void givenATenantWithAMember_whenDeleted_thenTheAccountStays() {
        String id = tenants.made();
        Tokens ada = app.api().signedUp(TestUser.ada());
        tenants.add(id, ada, "member").statusCode(201);

        tenants.call(Method.DELETE, "/" + id, null).statusCode(204);

        tenants.call(Method.GET, "/" + id, null).statusCode(404);
        app.api().me(ada.access()).statusCode(200);
        assertThat(app.realm().list("/organizations")).noneMatch(org -> id.equals(org.get("id")));
    }

    @Test
    void givenANumberThatNothingHolds_whenCreating_thenBadRequest() {
        tenants.call(Method.POST, "", "{\"display_name\":\"Large\",\"metadata\":{\"deep\":[1e999]}}")
                .statusCode(400);
    }

    @Test
    void givenNoKey_whenAskingForTenants_thenRefused() {
        Tokens ada = app.api().signedUp(TestUser.ada());

        app.api().request(Method.GET, "/tenants", null, Map.of()).then().statusCode(401);
        app.api().as(ada.access(), Method.GET, "/tenants", null).statusCode(401);
    }

    private static Map<String, Object> organization(String id) {
        return app.realm()
                .call(Method.GET, "/organizations/" + id, null)
                .jsonPath()
                .getMap("$");
    }
}
