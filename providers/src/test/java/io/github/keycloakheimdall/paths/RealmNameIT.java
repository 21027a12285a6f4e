/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose name a path cannot hold as it is. */
class RealmNameIT {

    private static final String PASSWORD = "CorrectHorseBatteryStaple";

    @RegisterExtension
    static final App app = App.fresh();

    private static String name;
    private static String inPath;

    @BeforeAll
    static void create() {
        name = "Bug Shop " + app.slug();
        inPath = name.replace(" ", "%20");
        Map<String, Object> admin = Map.of(
                "username",
                "boss",
                "enabled",
                true,
                "email",
                "boss@example.com",
                "firstName",
                "B",
                "lastName",
                "B",
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD)),
                "clientRoles",
                Map.of("realm-management", List.of("realm-admin")));
        app.admin()
                .createRealm(
                        inPath,
                        Map.of(
                                "realm",
                                name,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("heimdall.enabled", "true", "heimdall.signup_enabled", "true"),
                                "users",
                                List.of(admin)));
    }

    @AfterAll
    static void delete() {
        app.admin().realm(inPath).delete();
    }

    @Test
    void givenASpaceInTheName_whenItsOwnAdministratorCallsThePlatform_thenAnswered() {
        String bearer = given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "boss")
                .formParam("password", PASSWORD)
                .urlEncodingEnabled(false)
                .post(server() + "/realms/" + inPath + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        roles(bearer).statusCode(200).body(containsString("owner"));
    }

    @Test
    void givenASpaceInTheName_whenTheServersAdministratorCallsThePlatform_thenAnswered() {
        roles(app.admin().bearer()).statusCode(200);
    }

    @Test
    void givenASpaceInTheName_whenSigningUpAtEitherPath_thenItIsTheSameApp() {
        TestUser ada = TestUser.ada();
        Tokens tokens = HeimdallApi.of(server(), inPath).signedUp(ada);

        HeimdallApi.underRealms(server(), inPath).me(tokens.access()).statusCode(200);
    }

    private static ValidatableResponse roles(String bearer) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(bearer)
                .get(server() + "/v1/apps/" + inPath + "/roles")
                .then();
    }

    private static URI server() {
        return app.server().baseUri();
    }
}
