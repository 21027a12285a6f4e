/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.KnownKey;
import io.github.keycloakheimdall.client.RealmAdmin;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void givenASpaceInTheName_whenItsOwnAdminCallsThePlatform_thenAnswered() {
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
    void givenASpaceInTheName_whenTheServersAdminCallsThePlatform_thenAnswered() {
        roles(app.admin().bearer()).statusCode(200);
    }

    @Test
    void givenASpaceInTheName_whenSigningUpAtEitherPath_thenItIsTheSameApp() {
        TestUser ada = TestUser.ada();
        Tokens tokens = HeimdallApi.of(server(), inPath).signedUp(ada);

        HeimdallApi.underRealms(server(), inPath).me(tokens.access()).statusCode(200);
    }

    @Test
    void givenASpaceInTheName_whenDiscovered_thenEveryUrlIsOneAndTokensVerifyByIt() {
        discovers(inPath);
    }

    /** A name that is decoded twice would be another's. */
    @ParameterizedTest
    @CsvSource({"-café,-caf%C3%A9", "-100% José,-100%25%20Jos%C3%A9", "-a%41b,-a%2541b"})
    void givenANameThatAUrlWritesOtherwise_whenDiscovered_thenEveryUrlIsOneAndTokensVerifyByIt(
            String ending, String inUrl) {
        String slug = app.slug() + inUrl;
        RealmAdmin realm = app.admin()
                .createRealm(
                        slug,
                        Map.of(
                                "realm",
                                app.slug() + ending,
                                "enabled",
                                true,
                                "attributes",
                                Map.of("heimdall.enabled", "true")));
        try {
            discovers(slug);
        } finally {
            realm.delete();
        }
    }

    @Test
    void givenABearerOfAnEarlierVersion_whenUsed_thenItHolds() {
        KnownKey key = KnownKey.of(app.admin().realm(inPath));
        Tokens tokens = HeimdallApi.of(server(), inPath).signedUp(TestUser.ada());

        String earlier = key.resigned(tokens.access(), Map.of("iss", server() + "/" + name));

        HeimdallApi.of(server(), inPath).me(earlier).statusCode(200);
        String another = key.resigned(tokens.access(), Map.of("iss", server() + "/" + app.slug()));
        HeimdallApi.of(server(), inPath).me(another).statusCode(401);
    }

    @Test
    void givenAFrontendUrlOfTheRealm_whenDiscovered_thenItIsInEveryUrlAndTokensVerify() {
        String url = "https://login.example.com/sso";
        try (App own = App.fresh().with("frontendUrl", url).createOn(app.server())) {
            Tokens tokens = own.api().signedUp(TestUser.ada());

            String issuer = url + "/" + own.slug();
            own.api()
                    .discovery()
                    .body("issuer", equalTo(issuer))
                    .body("jwks_uri", equalTo(issuer + "/v1/.well-known/jwks.json"));
            assertThat((String) tokens.accessJwt().claim("iss")).isEqualTo(issuer);
            own.api().me(tokens.access()).statusCode(200);
            own.api().refresh(tokens.refresh()).statusCode(200);
            own.platform().as(Method.GET, "/roles", null).statusCode(200);
        }
    }

    private static void discovers(String slug) {
        HeimdallApi api = HeimdallApi.of(server(), slug);
        Tokens tokens = api.signedUp(TestUser.ada());

        JsonPath discovery = api.discovery().statusCode(200).extract().jsonPath();

        String issuer = server() + "/" + slug;
        assertThat(discovery.getMap("$").values().stream()
                        .map(Object::toString)
                        .filter(value -> value.startsWith("http")))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url).startsWith(issuer));
        assertThat(discovery.getString("issuer")).isEqualTo(issuer);
        assertThat((String) tokens.accessJwt().claim("iss")).isEqualTo(issuer);
        assertThat((String) tokens.refreshJwt().claim("iss")).isEqualTo(issuer);
        JsonPath keys = given().urlEncodingEnabled(false)
                .get(discovery.getString("jwks_uri"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(tokens.accessJwt().isSignedBy(keys)).isTrue();
        api.verify(tokens.access()).statusCode(200).body("valid", equalTo(true));
        api.refresh(tokens.refresh()).statusCode(200);
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
