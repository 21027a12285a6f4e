/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OwnServer;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the API answers and what it calls itself, below a relative path and behind a proxy. On a server of its own. */
@Tag("own-server")
class PathsIT {

    @RegisterExtension
    static final OwnServer own =
            OwnServer.named("paths", server -> server.relativePath("/sso").option("--proxy-headers=xforwarded"));

    private static App app;
    private static URI server;

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
        server = own.server().baseUri();
    }

    @Test
    void givenARelativePath_whenSigningUpAtEitherPath_thenItIsTheSameApp() {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);

        assertThat(tokens.accessJwt().<String>claim("iss")).isEqualTo(server + "/" + app.slug());
        HeimdallApi underRealms = HeimdallApi.underRealms(server, app.slug());
        underRealms.me(tokens.access()).statusCode(200).body("username", equalTo(ada.username()));
        underRealms.signin(ada).statusCode(200);
        underRealms.discovery().body("issuer", equalTo(server + "/" + app.slug()));
    }

    @Test
    void givenAProxy_whenAskingForTheConfiguration_thenEveryUrlIsThePublicOne() {
        String issuer = "https://login.example.com/sso/" + app.slug();

        Map<String, Object> configuration = app.api()
                .request(
                        Method.GET,
                        "/.well-known/openid-configuration",
                        null,
                        Map.of("X-Forwarded-Host", "login.example.com", "X-Forwarded-Proto", "https"))
                .then()
                .statusCode(200)
                .body("issuer", equalTo(issuer))
                .body("jwks_uri", equalTo(issuer + "/v1/.well-known/jwks.json"))
                .extract()
                .jsonPath()
                .getMap("$");

        configuration.entrySet().stream()
                .filter(entry -> entry.getKey().matches("issuer|.*_uri|.*_endpoint"))
                .forEach(entry -> assertThat(entry.getValue().toString()).startsWith(issuer));
    }

    @Test
    void givenATrustedProxy_whenSigningInTooOftenFromOneAddress_thenTheOthersGoOn() {
        try (App limited =
                App.fresh().with("heimdall.rate_limit_signin_per_minute", "1").createOn(own.server())) {
            signinFrom(limited, "192.0.2.7").statusCode(400);
            signinFrom(limited, "192.0.2.7").statusCode(429);

            signinFrom(limited, "192.0.2.8").statusCode(400);
            signinFrom(limited, "2001:db8:1:2::3").statusCode(400);
            signinFrom(limited, "2001:db8:1:2:ffff::4").statusCode(429);
        }
    }

    private static ValidatableResponse signinFrom(App limited, String address) {
        return limited.api()
                .request(
                        Method.POST,
                        "/auth/signin",
                        Map.of(),
                        Map.of("X-Forwarded-For", address, "X-Forwarded-Proto", "https"))
                .then();
    }

    @Test
    void givenATokenForThePublicName_whenUsedUnderAnother_thenRefused() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.api()
                .request(
                        Method.GET,
                        "/me",
                        null,
                        Map.of(
                                "Authorization", "Bearer " + tokens.access(),
                                "X-Forwarded-Host", "login.example.com",
                                "X-Forwarded-Proto", "https"))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//%s/v1/me",
                "/%s//v1/me",
                "/%s/v1/../v1/me",
                "/%s/%%2e%%2e/%s/v1/me",
                "/%s;a=b/v1/me",
                "/%s/v1;x/me"
            })
    void givenAPathThatNeedsCleaning_whenCalling_thenItIsRefusedBeforeTheApi(String path) throws Exception {
        URI uri = URI.create(server + String.format(path, app.slug(), app.slug()));

        // REST Assured would clean the path before it is sent.
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realms", "admin", "resources", "js", "metrics", "health"})
    void givenARealmNamedLikeAPathOfKeycloak_whenCallingItAtTheRoot_thenKeycloakAnswers(String segment) {
        RestAssured.given()
                .request(Method.GET, server + "/" + segment + "/v1/me")
                .then()
                .statusCode(either(is(404)).or(is(405)));
    }

    @Test
    void givenPlainHttpFromOutside_whenTheRealmAsksForTls_thenForbidden() {
        app.realm().update(Map.of("sslRequired", "all"));
        try {
            app.api().signup(TestUser.ada()).statusCode(403).body("message", startsWith("HTTPS"));
        } finally {
            app.realm().update(Map.of("sslRequired", "external"));
        }
    }
}
