/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.keycloakheimdall.client.MasterAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Apps that admins make, list and change over the API. */
class AppsIT {

    @RegisterExtension
    static final MadeApps apps = new MadeApps();

    @Test
    void givenASlug_whenMakingAnApp_thenItServesAtOnce() {
        String slug = apps.slug();
        try (MasterAdmin maker = new MasterAdmin(apps.door(), "create-realm")) {
            String bearer = maker.bearer();

            String id = apps.door()
                    .as(bearer, Method.POST, "/apps", apps.door().creation(slug))
                    .statusCode(201)
                    .body("slug", equalTo(slug))
                    .body("display_name", equalTo("Acme"))
                    .body("status", equalTo("active"))
                    .body("environment", equalTo("production"))
                    .body("created_by", equalTo(maker.id()))
                    .body("workspace_id", equalTo(apps.door().workspace()))
                    .body("metadata", equalTo(Map.of()))
                    .extract()
                    .path("id");

            apps.api(slug).signup(TestUser.ada()).statusCode(200);
            // The maker administers it, as one who makes a realm in the console, and no other.
            apps.door().as(bearer, Method.GET, "/apps/" + id, null).statusCode(200);
            apps.door()
                    .as(bearer, Method.GET, "/apps/" + id + "/end-users", null)
                    .statusCode(200);
            apps.door()
                    .as(bearer, Method.GET, "/apps", null)
                    .statusCode(200)
                    .body("data.slug", contains(slug))
                    .body("pagination.has_more", is(false));
            apps.door()
                    .as(bearer, Method.GET, "/stats/me", null)
                    .statusCode(200)
                    .body("apps", equalTo(1))
                    .body("end_users", equalTo(1))
                    .body("api_keys_active", equalTo(0));
        }
    }

    @Test
    void givenTwoWays_whenMakingAnApp_thenTheRealmsAreAlike() throws JsonProcessingException {
        String here = apps.make();
        String there = apps.slug();
        apps.door().admin().createRealm(there, ConsoleFile.named(there, "Acme")).read();

        assertThat(ConsoleFile.export(apps.realm(here), here)).isEqualTo(ConsoleFile.export(apps.realm(there), there));
    }

    @Test
    void givenEventsOfAdmins_whenMakingAnApp_thenMasterHasOne() {
        apps.realm("master").update(Map.of("adminEventsEnabled", true));
        try {
            String slug = apps.make();

            assertThat(apps.realm("master").list("/admin-events?operationTypes=CREATE&resourceTypes=REALM"))
                    .anySatisfy(event -> assertThat(event).containsEntry("resourcePath", slug));
        } finally {
            apps.realm("master").update(Map.of("adminEventsEnabled", false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ab, 400",
        "Acme, 400",
        "a_b_c, 400",
        "..., 400",
        "a/b/c, 400",
        "realms, 400",
        "admin, 400",
        "health, 400",
        "master, 400",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 400",
        "9e107d9d-3721-4a1b-9f2d-6f0e3c1b2a4d, 400"
    })
    void givenASlugThatNoAppCanHave_whenMakingIt_thenRefused(String slug, int status) {
        apps.door()
                .as(Method.POST, "/apps", apps.door().creation(slug))
                .statusCode(status)
                .body("errors.field", contains("slug"));
    }

    @Test
    void givenASlugThatIsTaken_whenMakingIt_thenConflict() {
        apps.door()
                .as(Method.POST, "/apps", apps.door().creation(apps.make()))
                .statusCode(409)
                .body("code", equalTo("SLUG_TAKEN"));
    }

    @Test
    void givenASlugThatWasAnothersUntilLately_whenMakingIt_thenConflict() {
        String before = apps.make();
        String after = apps.slug();
        apps.realm(before).update(Map.of("realm", after));
        apps.api(after).signup(TestUser.ada()).statusCode(200);

        apps.door().as(Method.POST, "/apps", apps.door().creation(before)).statusCode(409);
    }

    @Test
    void givenABadBody_whenMakingAnApp_thenEveryFieldIsNamed() {
        apps.door()
                .as(Method.POST, "/apps", Map.of())
                .statusCode(400)
                .body("errors.field", contains("slug", "display_name", "workspace_id"));
        Map<String, Object> body = apps.door().creation(apps.slug());
        Map<String, Object> bad = new HashMap<>();
        bad.put("environment", "sandbox");
        bad.put("display_name", "x".repeat(121));
        bad.put("unknown", true);
        bad.forEach((field, value) -> {
            Map<String, Object> twin = new HashMap<>(body);
            twin.put(field, value);
            apps.door().as(Method.POST, "/apps", twin).statusCode(400).body("errors.field", contains(field));
        });
        body.put("display_name", "N\0");
        apps.door().as(Method.POST, "/apps", body).statusCode(400);
        body.put("display_name", "N");
        body.put("workspace_id", "another");
        apps.door().as(Method.POST, "/apps", body).statusCode(403);
        apps.door().as(Method.GET, "/apps/" + body.get("slug"), null).statusCode(404);
    }

    @Test
    void givenOneSlug_whenManyMakeItAtOnce_thenOneAppIsMade() {
        String slug = apps.slug();
        Map<String, Object> body = apps.door().creation(slug);

        List<Integer> statuses = AtOnce.run(
                8, i -> apps.door().as(Method.POST, "/apps", body).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        apps.api(slug).signup(TestUser.ada()).statusCode(200);
    }

    @Test
    void givenAnIdempotencyKey_whenMakingTwice_thenItIsOneApp() {
        String slug = apps.slug();
        Map<String, Object> body = apps.door().creation(slug);
        Map<String, Object> first = apps.door()
                .once(slug, Method.POST, "/apps", body)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");

        Map<String, Object> second = apps.door()
                .once(slug, Method.POST, "/apps", body)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");

        assertThat(second).isEqualTo(first);
        body.put("display_name", "Other");
        apps.door()
                .once(slug, Method.POST, "/apps", body)
                .statusCode(409)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSE"));
    }

    @Test
    void givenManyApps_whenReadingPages_thenEachComesOnceTheNewestFirst() {
        try (MasterAdmin maker = new MasterAdmin(apps.door(), "create-realm")) {
            List<String> made = Stream.generate(apps::slug).limit(3).toList();
            made.forEach(slug -> apps.door()
                    .as(maker.bearer(), Method.POST, "/apps", apps.door().creation(slug))
                    .statusCode(201));

            List<String> read = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                var page = apps.door()
                        .as(maker.bearer(), Method.GET, "/apps?limit=2" + cursor, null)
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                read.addAll(page.getList("data.slug"));
                String next = page.getString("pagination.next_cursor");
                cursor = next == null ? null : "&cursor=" + next;
            }

            assertThat(read).containsExactly(made.get(2), made.get(1), made.get(0));
            apps.door()
                    .as(maker.bearer(), Method.GET, "/apps?workspace_id=another", null)
                    .statusCode(200)
                    .body("data", empty());
            apps.door()
                    .as(maker.bearer(), Method.GET, "/stats/me?workspace_id=another", null)
                    .statusCode(200)
                    .body("apps", equalTo(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=%00"})
    void givenABadPage_whenListing_thenRefused(String query) {
        apps.door().as(Method.GET, "/apps?" + query, null).statusCode(400);
    }

    @Test
    void givenAnApp_whenChangingIt_thenItShowsAndTheSlugStays() {
        String slug = apps.make();

        apps.platform(slug)
                .as(
                        Method.PATCH,
                        "",
                        Map.of("display_name", "Acme Corp", "metadata", Map.of("plan", "pro"), "slug", slug))
                .statusCode(200)
                .body("display_name", equalTo("Acme Corp"))
                .body("metadata.plan", equalTo("pro"));
        apps.platform(slug)
                .as(Method.PATCH, "", Map.of("slug", "another", "display_name", "No"))
                .statusCode(400)
                .body("errors.field", contains("slug"));
        for (Map<String, ?> bad : List.of(
                Map.of("display_name", ""),
                Map.of("display_name", List.of()),
                Map.of("metadata", "x"),
                Map.of("metadata", Map.of("x", "x".repeat(16_000))),
                Map.of("created_by", "me"))) {
            apps.platform(slug).as(Method.PATCH, "", bad).statusCode(400);
        }

        apps.platform(slug)
                .as(Method.GET, "", null)
                .statusCode(200)
                .body("display_name", equalTo("Acme Corp"))
                .body("slug", equalTo(slug))
                .body("metadata.plan", equalTo("pro"));
        assertThat(apps.realm(slug).read()).containsEntry("displayName", "Acme Corp");
        apps.door().as(Method.GET, "/apps", null).body("data.display_name", hasItem("Acme Corp"));
    }

    @Test
    void givenAnApp_whenSayingHowLongThingsAreKept_thenKeycloakKeepsItsEventsForSoLong() {
        String slug = apps.make();
        apps.platform(slug)
                .as(Method.GET, "", null)
                .body("audit_retention_days", equalTo(90))
                .body("webhook_attempt_retention_days", equalTo(30));

        apps.platform(slug)
                .as(Method.PATCH, "", Map.of("audit_retention_days", 365, "webhook_attempt_retention_days", 7))
                .statusCode(200)
                .body("audit_retention_days", equalTo(365))
                .body("webhook_attempt_retention_days", equalTo(7));

        int year = 365 * 24 * 60 * 60;
        assertThat(apps.realm(slug).read())
                .containsEntry("eventsExpiration", year)
                .extracting("attributes")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("adminEventsExpiration", String.valueOf(year));
        apps.platform(slug)
                .as(Method.GET, "/audit-logs", null)
                .body("data[0].action", equalTo("app.updated"))
                .body("data[0].details.previous_audit_retention_days", equalTo("90"))
                .body("data[0].details.audit_retention_days", equalTo("365"))
                .body("data[0].details.webhook_attempt_retention_days", equalTo("7"));
        apps.door()
                .as(Method.GET, "/apps", null)
                .body("data.find { it.slug == '" + slug + "' }.audit_retention_days", is(365))
                .body("data.find { it.slug == '" + slug + "' }.webhook_attempt_retention_days", is(7));
    }

    @Test
    void givenARealmThatKeepsSomeEventsForEver_whenReading_thenTheOtherKindCounts() {
        String slug = apps.make();
        apps.realm(slug).update(Map.of("eventsExpiration", 0));
        apps.platform(slug).as(Method.GET, "", null).body("audit_retention_days", equalTo(90));
        apps.realm(slug).setAttributes(Map.of("adminEventsExpiration", ""));

        apps.platform(slug).as(Method.GET, "", null).statusCode(200).body("audit_retention_days", nullValue());

        apps.door()
                .as(Method.GET, "/apps", null)
                .statusCode(200)
                .body("data.find { it.slug == '" + slug + "' }.audit_retention_days", nullValue());
        apps.platform(slug)
                .as(Method.PATCH, "", Map.of("audit_retention_days", 30))
                .statusCode(200)
                .body("audit_retention_days", equalTo(30));
    }

    @Test
    void givenTimesThatNothingIsKeptFor_whenChangingAnApp_thenRefused() {
        String slug = apps.make();
        Map.of(
                        "audit_retention_days",
                        List.of(
                                "29",
                                "3651",
                                "30.5",
                                "2147483647",
                                "99999999999",
                                "-99999999999999999999",
                                "\"90\"",
                                "true",
                                "[]"),
                        "webhook_attempt_retention_days",
                        List.of("6", "366", "-7", "{}"))
                .forEach((field, values) -> values.forEach(value -> apps.platform(slug)
                        .as(Method.PATCH, "", "{\"display_name\": \"No\", \"" + field + "\": " + value + "}")
                        .statusCode(400)
                        .body("errors.field", contains(field))));

        apps.platform(slug)
                .as(Method.GET, "", null)
                .body("display_name", equalTo("Acme"))
                .body("audit_retention_days", equalTo(90))
                .body("webhook_attempt_retention_days", equalTo(30));
    }

    @Test
    void givenAnApp_whenMovingItsStatus_thenArchivedIsForGood() {
        String slug = apps.make();

        move(slug, "suspended").statusCode(200).body("status", equalTo("suspended"));
        apps.api(slug).signup(TestUser.ada()).statusCode(403).body("code", equalTo("APP_SUSPENDED"));
        move(slug, "active").statusCode(200);
        apps.api(slug).signup(TestUser.ada()).statusCode(200);
        move(slug, "closed").statusCode(400);
        move(slug, null).statusCode(400);
        move(slug, "archived").statusCode(200).body("status", equalTo("archived"));
        move(slug, "archived").statusCode(200);
        move(slug, "active").statusCode(400);
        move(slug, "suspended").statusCode(400);

        apps.api(slug).signup(TestUser.ada()).statusCode(403).body("code", equalTo("APP_ARCHIVED"));
        apps.api(slug).jwks().statusCode(200);
        apps.door()
                .as(Method.GET, "/apps", null)
                .body("data.find { it.slug == '" + slug + "' }.status", is("archived"));
    }

    private static io.restassured.response.ValidatableResponse move(String slug, String status) {
        Map<String, Object> body = new HashMap<>();
        body.put("status", status);
        return apps.platform(slug).as(Method.PATCH, "/status", body);
    }

    @Test
    void givenARealmOfTheConsole_whenItOptsInAndOut_thenTheListFollows() {
        String slug = apps.slug();
        apps.door().admin().createRealm(slug, Map.of("realm", slug, "enabled", true));
        apps.door().as(Method.GET, "/apps", null).body("data.slug", not(hasItem(slug)));

        apps.realm(slug).setAttributes(Map.of("heimdall.enabled", "true"));

        apps.door()
                .as(Method.GET, "/apps", null)
                .body("data.find { it.slug == '" + slug + "' }.created_by", matchesPattern("[0-9a-f-]{36}"))
                .body("data.find { it.slug == '" + slug + "' }.display_name", equalTo(slug))
                .body("data.find { it.slug == '" + slug + "' }.created_at", notNullValue());
        apps.realm(slug).setAttributes(Map.of("heimdall.enabled", "false"));
        apps.door().as(Method.GET, "/apps", null).body("data.slug", not(hasItem(slug)));
        apps.door().as(Method.GET, "/apps/" + slug, null).statusCode(404);
    }
}
