/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A realm of hundreds of roles, among them some of the names that the API gives a meaning: of the realm, of a client,
 * and inside others.
 */
@OnOneDatabase
class ManyRolesIT {

    private static final int MANY = 400;

    @RegisterExtension
    static final App app = App.fresh().withRealm("roles", roles()).withRealm("clients", clients());

    private final TestUser ada = TestUser.ada();

    @Test
    void givenRolesOfTheSameNames_whenHoldingThem_thenNoRightsOfTheApi() {
        Tokens tokens = app.api().signedUp(ada);
        app.realm().giveRole(tokens.userId(), "admin");

        app.api()
                .permissions(tokens.access())
                .body("role", not(equalTo("admin")))
                .body("permissions", not(hasItem("user.list")));
        app.api().as(tokens.access(), Method.GET, "/admin/users", null).statusCode(403);
        app.platform()
                .as(Method.GET, "/end-users/" + tokens.userId(), null)
                .statusCode(200)
                .body("role", not(equalTo("admin")));
    }

    @Test
    void givenHundredsOfRoles_whenListing_thenOnlyThoseOfTheApp() {
        app.platform()
                .as(Method.GET, "/roles", null)
                .statusCode(200)
                .body("data.name", containsInAnyOrder("owner", "member"));
    }

    @Test
    void givenARoleWithAForeignTwin_whenGivingIt_thenRefusedAsUnknown() {
        Tokens tokens = app.api().signedUp(ada);

        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId() + "/role", Map.of("role_name", "admin"))
                .statusCode(400);
        app.platform().as(Method.POST, "/roles", Map.of("name", "admin")).statusCode(409);
    }

    @Test
    void givenAUserWithHundredsOfRoles_whenReadingTheProfile_thenTheAppsAloneCount() {
        Tokens tokens = app.api().signedUp(ada);
        List<Map<String, Object>> all = app.realm().list("/roles?max=1000").stream()
                .filter(role -> role.get("name").toString().startsWith("bulk-"))
                .toList();
        assertThat(all).hasSize(MANY);
        app.realm().call(Method.POST, "/users/" + tokens.userId() + "/role-mappings/realm", all);

        app.api().me(tokens.access()).statusCode(200).body("role", equalTo("member"));
        app.api().permissions(tokens.access()).body("permissions", hasItems("user.read", "role.read"));
        assertThat((String) app.api().signedIn(ada).accessJwt().claim("role")).isEqualTo("member");
    }

    private static Map<String, Object> roles() {
        List<Map<String, Object>> realm = new ArrayList<>();
        realm.add(Map.of("name", "admin", "description", "Of another application"));
        IntStream.range(0, MANY).forEach(i -> realm.add(Map.of("name", "bulk-" + i)));
        return Map.of(
                "realm",
                realm,
                "client",
                Map.of(
                        "shop",
                        List.of(Map.of("name", "owner"), Map.of("name", "member"), Map.of("name", "user.list"))));
    }

    private static List<Map<String, Object>> clients() {
        return List.of(Map.of("clientId", "shop", "enabled", true));
    }
}
