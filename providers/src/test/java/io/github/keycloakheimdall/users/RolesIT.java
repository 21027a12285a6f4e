/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles and permissions of an app. */
class RolesIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Cast cast = new Cast(app);
    private final Tokens owner = cast.signedUp("owner");

    @Test
    void givenAName_whenCreatingARole_thenItHoldsNothingAndTheConsoleHasIt() {
        String name = Cast.unique("editor");

        cast.lane(owner, Method.POST, "/roles", Map.of("name", name, "description", "Edits"))
                .statusCode(201)
                .body("name", equalTo(name))
                .body("is_system", is(false))
                .body("created_at", notNullValue());
        cast.lane(owner, Method.GET, "/roles/" + name, null).body("permissions", hasSize(0));
        assertThat(app.realm().role(name)).containsEntry("description", "Edits");
        cast.lane(owner, Method.POST, "/roles", Map.of("name", name)).statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Editor", "9lives", "with space", "näme", "a.b"})
    void givenABadName_whenCreatingARole_then400(String name) {
        cast.lane(owner, Method.POST, "/roles", Map.of("name", name))
                .statusCode(400)
                .body("errors.field", contains("name"));
    }

    @Test
    void givenARoleMadeInTheConsole_whenListing_thenTheApiHasIt() {
        String name = Cast.unique("console");
        app.realm()
                .call(
                        Method.POST,
                        "/roles",
                        Map.of("name", name, "attributes", Map.of("heimdall.role", List.of("custom"))));

        cast.lane(owner, Method.GET, "/roles/" + name, null).statusCode(200).body("created_at", notNullValue());
        cast.lane(owner, Method.GET, "/roles?limit=200", null).body("data.name", hasItem(name));
    }

    @Test
    void givenTheRealmsOwnRole_whenMakingOneOfItsName_thenToldHowItBecomesTheApps() {
        String name = Cast.unique("reports");
        app.realm().call(Method.POST, "/roles", Map.of("name", name));

        cast.lane(owner, Method.POST, "/roles", Map.of("name", name))
                .statusCode(409)
                .body("message", containsString("heimdall.role=custom"));
    }

    @Test
    void givenPages_whenFollowingTheCursor_thenEachRoleComesOnce() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = cast.lane(owner, Method.GET, "/roles?limit=1" + cursor, null)
                    .statusCode(200)
                    .extract();
            names.addAll(page.<List<String>>path("data.name"));
            String next = page.path("pagination.next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(names).contains("owner", "admin", "member").doesNotHaveDuplicates();
    }

    @Test
    void givenAnUnmarkedRealmRole_whenReadingIt_then404() {
        cast.lane(owner, Method.GET, "/roles/offline_access", null).statusCode(404);
    }

    @Test
    void givenPermissions_whenSettingThem_thenTheyReplaceWhatWasThere() {
        String role = role();

        setPermissions(owner, role, "user.read", "user.list").statusCode(200);
        setPermissions(owner, role, "user.read").statusCode(200);

        cast.lane(owner, Method.GET, "/roles/" + role, null)
                .body("permissions.action", contains("read"))
                .body("permissions.resource", contains("user"));
    }

    @Test
    void givenARoleThatAnotherAdminChanged_whenSettingWhatWasExpectedOtherwise_then409AndTheirsStays() {
        String role = role();
        setPermissions(owner, role, "user.read").statusCode(200);

        setPermissions(owner, role, List.of("user.list"), List.of())
                .statusCode(409)
                .body("code", is("CHANGED_MEANWHILE"));

        cast.lane(owner, Method.GET, "/roles/" + role, null).body("permissions.action", contains("read"));
        setPermissions(owner, role, List.of("user.list"), List.of("user.read")).statusCode(200);
        cast.lane(owner, Method.GET, "/roles/" + role, null).body("permissions.action", contains("list"));
    }

    @Test
    void givenAnUnknownPermission_whenSetting_then400() {
        setPermissions(owner, role(), "user.read", "no.such").statusCode(400);
    }

    @Test
    void givenACallerWithoutAPermission_whenGrantingIt_then403NamesIt() {
        String role = role();
        setPermissions(owner, role, "role.read", "role.update").statusCode(200);
        Tokens limited = cast.signedUp(role);

        setPermissions(limited, role, "role.read", "user.delete")
                .statusCode(403)
                .body("message", equalTo("Cannot grant permissions you do not hold: user.delete"));
    }

    @Test
    void givenTheOwnerRole_whenTakingPermissions_then403() {
        setPermissions(owner, "owner", "user.read").statusCode(403);
    }

    @Test
    void givenANewPermission_whenTheOwnerLooks_thenTheyHoldIt() {
        String resource = Cast.unique("billing");

        cast.lane(owner, Method.POST, "/permissions", Map.of("resource", resource, "action", "read"))
                .statusCode(201)
                .body("app_id", notNullValue());

        app.api().permissions(owner.access()).body("permissions", hasItem(resource + ".read"));
        cast.lane(owner, Method.POST, "/permissions", Map.of("resource", resource, "action", "read"))
                .statusCode(409);
    }

    @Test
    void givenAPermissionAddedInTheConsole_whenListing_thenTheOwnerHoldsItThereToo() {
        String key = Cast.unique("console") + ".read";
        String client = (String) app.realm().client("heimdall").get("id");
        app.realm().call(Method.POST, "/clients/" + client + "/roles", Map.of("name", key));

        cast.lane(owner, Method.GET, "/permissions", null).statusCode(200);

        assertThat(app.realm().composites("owner"))
                .extracting(role -> role.get("name"))
                .contains(key);
    }

    @Test
    void givenAPermission_whenDeletingIt_thenRolesLoseIt() {
        String resource = Cast.unique("gone");
        String role = role();
        cast.lane(owner, Method.POST, "/permissions", Map.of("resource", resource, "action", "read"));
        setPermissions(owner, role, resource + ".read").statusCode(200);

        cast.lane(owner, Method.DELETE, "/permissions/" + resource + ".read", null)
                .statusCode(204);

        cast.lane(owner, Method.GET, "/roles/" + role, null).body("permissions", hasSize(0));
        cast.lane(owner, Method.DELETE, "/permissions/" + resource + ".read", null)
                .statusCode(404);
    }

    @Test
    void givenWhatCannotBeDeleted_whenDeleting_thenItSaysWhy() {
        cast.lane(owner, Method.DELETE, "/permissions/user.read", null).statusCode(403);
        cast.lane(owner, Method.DELETE, "/permissions/user", null).statusCode(400);
        cast.lane(owner, Method.DELETE, "/roles/owner", null).statusCode(403);
        cast.lane(owner, Method.DELETE, "/roles/nosuch", null).statusCode(404);
    }

    @Test
    void givenARoleInUse_whenDeletingIt_then409UntilNobodyHasIt() {
        String role = role();
        Tokens holder = cast.signedUp(role);

        cast.lane(owner, Method.DELETE, "/roles/" + role, null).statusCode(409).body("code", equalTo("ROLE_IN_USE"));
        app.realm().takeRole(holder.userId(), role);
        cast.lane(owner, Method.DELETE, "/roles/" + role, null).statusCode(204);
    }

    @Test
    void givenADescription_whenUpdating_thenItIsTheNewOneAndEmptyTakesItAway() {
        String role = role();

        cast.lane(owner, Method.PATCH, "/roles/" + role, Map.of("description", "New"))
                .statusCode(200)
                .body("description", equalTo("New"));
        cast.lane(owner, Method.PATCH, "/roles/" + role, Map.of("description", ""))
                .body("description", is((Object) null));
    }

    private String role() {
        String name = Cast.unique("role");
        cast.lane(owner, Method.POST, "/roles", Map.of("name", name)).statusCode(201);
        return name;
    }

    private ValidatableResponse setPermissions(Tokens as, String role, String... keys) {
        return cast.lane(as, Method.PUT, "/roles/" + role + "/permissions", Map.of("permissions", List.of(keys)));
    }

    private ValidatableResponse setPermissions(Tokens as, String role, List<String> keys, List<String> expected) {
        return cast.lane(
                as, Method.PUT, "/roles/" + role + "/permissions", Map.of("permissions", keys, "expected", expected));
    }
}
