/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles that nobody gave in Keycloak: a group of the directory has them. */
class MappedRolesIT {

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly().trustingEmails();

    @BeforeAll
    static void join() {
        directory.join(app).mapRoles();
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenAnAdminOfTheDirectory_whenListing_thenTheRoleIsShown() {
        Tokens boss = signedIn("boss", "admin");

        app.api().me(boss.access()).statusCode(200).body("role", equalTo("admin"));
        app.platform()
                .as(Method.GET, "/end-users?search=boss", null)
                .statusCode(200)
                .body("data.find { it.username == 'boss' }.role", equalTo("admin"));
        app.platform()
                .as(Method.GET, "/end-users/" + boss.userId(), null)
                .statusCode(200)
                .body("role", equalTo("admin"));
    }

    @Test
    void givenAnOwnerOfTheDirectory_whenAWeakerAdminActsOnThem_thenRefused() {
        Tokens owner = signedIn("chief", "owner");
        Tokens admin = app.api().signedUp(TestUser.named("admin"));
        app.realm().giveRole(admin.userId(), "admin");

        app.api()
                .as(
                        admin.access(),
                        Method.PATCH,
                        "/admin/users/" + owner.userId() + "/status",
                        Map.of("status", "suspended"))
                .statusCode(403);
    }

    @Test
    void givenARoleOfTheDirectory_whenTakingIt_thenTheAccountIsManagedElsewhere() {
        Tokens admin = signedIn("carol", "admin");

        app.platform()
                .as(Method.PATCH, "/end-users/" + admin.userId() + "/role", Map.of("role_name", "member"))
                .statusCode(409)
                .body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));
    }

    @Test
    void givenOwnersInTheDirectoryAlone_whenLookingAtTheHealth_thenNobodyIsMissed() {
        signedIn("chair", "owner");

        app.platform().as(Method.GET, "/health", null).statusCode(200).body("data.code", not(hasItem("no_owner")));
    }

    @ParameterizedTest
    @CsvSource({
        "hardcoded-ldap-role-mapper, role, owner, false",
        "hardcoded-ldap-group-mapper, group, /board, false",
        "full-name-ldap-mapper, ldap.full.name.attribute, cn, true"
    })
    void givenADirectory_whenAMapperMayMakeOwners_thenNobodyIsMissed(
            String mapper, String setting, String value, boolean missed) {
        try (App other = App.fresh().createOn(app.server());
                Directory users = Directory.readOnly()) {
            other.realm().call(Method.POST, "/groups", Map.of("name", "board"));
            users.join(other).map(mapper, Map.of(setting, value));
            users.add("dave");
            other.api().signin("dave", Directory.PASSWORD).statusCode(200);

            other.platform()
                    .as(Method.GET, "/health", null)
                    .statusCode(200)
                    .body("data.code", missed ? hasItem("no_owner") : not(hasItem("no_owner")));
        }
    }

    private static Tokens signedIn(String uid, String role) {
        directory.add(uid).giveRole(uid, role);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
