/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users in the hands of those who manage the app. */
class UsersIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Cast cast = new Cast(app);
    private final Tokens owner = cast.signedUp("owner");
    private final Tokens admin = cast.signedUp("admin");
    private final Tokens member = cast.signedUp("member");

    @Test
    void givenPages_whenFollowingTheCursor_thenEachUserComesOnceInOrder() {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = cast.lane(admin, Method.GET, "/users?limit=2" + cursor, null)
                    .statusCode(200)
                    .extract();
            names.addAll(page.<List<String>>path("data.username"));
            String next = page.path("pagination.next_cursor");
            assertThat(page.<Boolean>path("pagination.has_more")).isEqualTo(next != null);
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(names).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=many",
                "cursor=abc",
                "cursor=%00",
                "status=gone",
                "search=%00"
            })
    void givenABadQuery_whenListing_then400(String query) {
        cast.lane(admin, Method.GET, "/users?" + query, null).statusCode(400);
    }

    @Test
    void givenAPartOfANameInAnyCase_whenSearching_thenTheUserIsFound() {
        TestUser grace = TestUser.named("grace").withDisplayName("Grace " + Cast.unique("Hopper"));
        app.api().signedUp(grace);

        for (String text : List.of(
                grace.username().toUpperCase(),
                grace.email().substring(2),
                grace.displayName().substring(6).toLowerCase())) {
            cast.lane(admin, Method.GET, "/users?search=" + text, null)
                    .body("data.username", contains(grace.username()));
        }
        cast.lane(admin, Method.GET, "/users?search=%25", null).body("data", empty());
    }

    @Test
    void givenAUser_whenReading_thenRoleStatusAndSessionsShow() {
        cast.lane(admin, Method.GET, "/users/" + member.userId(), null)
                .statusCode(200)
                .body("role", equalTo("member"))
                .body("status", equalTo("active"))
                .body("active_session_count", equalTo(1))
                .body("last_used_at", notNullValue())
                .body("email_verified_at", is((Object) null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "deactivated"})
    void givenAStatus_whenSettingIt_thenEverySessionEndsAndTheFilterFindsTheUser(String status) {
        String path = "/users/" + member.userId() + "/status";

        cast.lane(admin, Method.PATCH, path, Map.of("status", status))
                .statusCode(200)
                .body("status", equalTo(status))
                .body("active_session_count", equalTo(0));

        app.api().me(member.access()).statusCode(401);
        app.api().refresh(member.refresh()).statusCode(401);
        assertThat(app.realm().sessions(member.userId())).isEmpty();
        cast.lane(admin, Method.GET, "/users?limit=200&status=" + status, null)
                .body("data.find { it.id == '" + member.userId() + "' }.status", equalTo(status));
        cast.lane(admin, Method.PATCH, path, Map.of("status", "active")).body("status", equalTo("active"));
    }

    @Test
    void givenADeactivatedUser_whenTheConsoleEnablesThem_thenTheyAreActive() {
        cast.lane(admin, Method.PATCH, "/users/" + member.userId() + "/status", Map.of("status", "deactivated"));

        app.realm().enableUser(member.userId(), true);

        cast.lane(admin, Method.GET, "/users/" + member.userId(), null).body("status", equalTo("active"));
    }

    @Test
    void givenAnAdmin_whenMakingAnOwner_then403() {
        cast.lane(admin, Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "owner"))
                .statusCode(403);
        cast.lane(admin, Method.GET, "/users/" + member.userId(), null).body("role", equalTo("member"));
    }

    @Test
    void givenAnAdmin_whenChangingAnOwner_then403() {
        String path = "/users/" + owner.userId();

        cast.lane(admin, Method.PATCH, path + "/role", Map.of("role_name", "member"))
                .statusCode(403);
        cast.lane(admin, Method.PATCH, path + "/status", Map.of("status", "suspended"))
                .statusCode(403);
        cast.lane(admin, Method.PATCH, path, Map.of("email", "mine@example.com"))
                .statusCode(403);
    }

    @Test
    void givenARole_whenAssigningIt_thenItReplacesTheOneBefore() {
        cast.lane(owner, Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "admin"))
                .statusCode(200);

        app.api().me(member.access()).body("role", equalTo("admin"));
        cast.lane(owner, Method.PATCH, "/users/" + member.userId() + "/role", Map.of("role_name", "nosuch"))
                .statusCode(400);
    }

    @Test
    void givenOnlyAnEmail_whenProvisioning_thenAnUnverifiedMemberWithoutASession() {
        String name = Cast.unique("new");

        cast.lane(owner, Method.POST, "/users", Map.of("email", name + "@example.com"))
                .statusCode(201)
                .body("username", equalTo(name))
                .body("role", equalTo("member"))
                .body("email_verified", is(false))
                .body("status", equalTo("active"));
        cast.lane(owner, Method.POST, "/users", Map.of("email", name + "@example.com"))
                .statusCode(409);
    }

    @Test
    void givenBadInput_whenProvisioning_then400() {
        String email = Cast.unique("bad") + "@example.com";

        cast.lane(owner, Method.POST, "/users", Map.of("email", "nope")).statusCode(400);
        cast.lane(owner, Method.POST, "/users", Map.of("email", email, "role_name", "nosuch"))
                .statusCode(400);
        cast.lane(owner, Method.POST, "/users", Map.of("email", email, "password", "short"))
                .statusCode(400);
    }

    @Test
    void givenAnEmailOfAnotherTypeAndAWeakPassword_whenProvisioning_thenBothAreNamedAtOnce() {
        cast.lane(owner, Method.POST, "/users", Map.of("email", List.of(), "password", "short"))
                .statusCode(400)
                .body("errors.field", contains("email", "password"));
    }

    @Test
    void givenAnUnverifiedContactOfTheirs_whenMakingItTheEmail_thenItStaysUnverifiedAndTheOneBeforeAContact() {
        String email = Cast.unique("changed") + "@example.com";
        app.realm().updateUser(member.userId(), Map.of("emailVerified", true));
        app.api().addContact(member.access(), "email", email).statusCode(201);

        cast.lane(admin, Method.PATCH, "/users/" + member.userId(), Map.of("email", email, "display_name", "Changed"))
                .statusCode(200)
                .body("email", equalTo(email))
                .body("display_name", equalTo("Changed"))
                .body("email_verified_at", is((Object) null));
        app.api()
                .contacts(member.access())
                .body("data", hasSize(2))
                .body("data[0].value", equalTo(email))
                .body("data[0].verified_at", is((Object) null))
                .body("data[1].verified_at", notNullValue());
    }

    @Test
    void givenAVerifiedContactOfTheirs_whenMakingItTheEmail_thenItIsVerified() {
        String email = Cast.unique("changed") + "@example.com";
        app.api().addContact(member.access(), "email", email).statusCode(201);
        Backend.forCodes(app).verify(Map.of("email", email));

        cast.lane(admin, Method.PATCH, "/users/" + member.userId(), Map.of("email", email.toUpperCase()))
                .statusCode(200)
                .body("email", equalTo(email))
                .body("email_verified_at", notNullValue());
    }

    @Test
    void givenAnAddressThatIsNoContactOfTheirs_whenAnAppsAdminMakesItTheEmail_then400AndNothingChanges() {
        Map<String, String> change =
                Map.of("email", Cast.unique("changed") + "@example.com", "display_name", "Changed");

        cast.lane(admin, Method.PATCH, "/users/" + member.userId(), change)
                .statusCode(400)
                .body("errors[0].field", equalTo("email"));

        app.api().me(member.access()).body("displayName", is(not(equalTo("Changed"))));
    }

    @Test
    void givenAnyAddress_whenKeycloaksAdminMakesItTheEmail_thenItIsUnverified() {
        String email = Cast.unique("changed") + "@example.com";
        app.realm().updateUser(member.userId(), Map.of("emailVerified", true));

        app.platform()
                .as(Method.PATCH, "/end-users/" + member.userId(), Map.of("email", email))
                .statusCode(200)
                .body("email", equalTo(email))
                .body("email_verified_at", is((Object) null));
    }

    @Test
    void givenAnEmailOfSomebodyElse_whenUpdating_then409() {
        TestUser other = TestUser.ada();
        app.api().signedUp(other);

        cast.lane(admin, Method.PATCH, "/users/" + member.userId(), Map.of("email", other.email()))
                .statusCode(409);
    }

    @Test
    void givenAUser_whenDeleting_thenTheyAreGone() {
        cast.lane(owner, Method.DELETE, "/users/" + member.userId(), null).statusCode(204);

        cast.lane(owner, Method.GET, "/users/" + member.userId(), null).statusCode(404);
        app.api().me(member.access()).statusCode(401);
    }
}
