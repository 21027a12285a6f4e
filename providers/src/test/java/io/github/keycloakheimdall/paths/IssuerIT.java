/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by whoever has only the issuer of a token. */
final class IssuerIT {

    private static final String STRANGER = "https://stranger.example";

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App suspended = App.fresh().with("heimdall.status", "suspended");

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "oauth-authorization-server", "jwks.json"})
    void givenTheIssuer_whenAskingForADocumentBelowIt_thenItIsTheOneBelowTheApi(String document) {
        String below = get(issuer() + "/.well-known/" + document)
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .extract()
                .asString();

        assertThat(below)
                .isEqualTo(get(issuer() + "/v1/.well-known/" + document)
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void givenTheIssuer_whenAskingAsRfc8414Says_thenTheMetadataNamesIt() {
        get(app.server().baseUri() + "/.well-known/oauth-authorization-server/" + app.slug())
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("issuer", equalTo(issuer()))
                .body("jwks_uri", notNullValue());
    }

    @Test
    void givenARealm_whenAskingKeycloakForItsOwnMetadata_thenKeycloakAnswers() {
        String keycloak = app.server().baseUri() + "/realms/" + app.slug();
        String metadata = "/.well-known/oauth-authorization-server/realms/" + app.slug();

        get(keycloak + "/.well-known/openid-configuration").statusCode(200).body("issuer", equalTo(keycloak));
        get(app.server().baseUri() + metadata).statusCode(200).body("issuer", equalTo(keycloak));
        get(app.server().baseUri() + metadata + "/more").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nobody/.well-known/openid-configuration",
                "/master/.well-known/openid-configuration",
                "/master/.well-known/jwks.json",
                "/.well-known/oauth-authorization-server/master"
            })
    void givenWhatIsNoApp_whenAskingForADocument_thenThereIsNone(String path) {
        get(app.server().baseUri() + path)
                .statusCode(404)
                .body("keys", nullValue())
                .body("issuer", nullValue());
    }

    @Test
    void givenTheIssuer_whenAskingForWhatIsNot_thenTheErrorHasTheShapeOfTheApi() {
        get(issuer() + "/.well-known/nope").statusCode(404).body("statusCode", equalTo(404));
        get(issuer() + "/.well-known").statusCode(404).body("statusCode", equalTo(404));
        RestAssured.given()
                .request(Method.POST, issuer() + "/.well-known/jwks.json")
                .then()
                .statusCode(405)
                .header("Allow", "GET")
                .body("statusCode", equalTo(405));
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/openid-configuration",
        "/.well-known/jwks.json",
        "/v1/.well-known/openid-configuration",
        "/v1/.well-known/jwks.json"
    })
    void givenAPageOfAnyOrigin_whenReadingADocument_thenTheBrowserLetsIt(String path) {
        request(Map.of("Origin", STRANGER), Method.GET, issuer() + path)
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue());
        request(Map.of("Origin", STRANGER, "Access-Control-Request-Method", "GET"), Method.OPTIONS, issuer() + path)
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("GET"));
    }

    @Test
    void givenAPageOfAnyOrigin_whenCallingTheRest_thenTheBrowserRefuses() {
        request(Map.of("Origin", STRANGER), Method.GET, issuer() + "/v1/me")
                .statusCode(401)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void givenASuspendedApp_whenVerifying_thenItsKeysAreStillThere() {
        String issuer = suspended.server().baseUri() + "/" + suspended.slug();

        get(issuer + "/.well-known/jwks.json").statusCode(200).body("keys.alg", hasItem("RS256"));
        get(issuer + "/.well-known/openid-configuration").statusCode(403).body("code", equalTo("APP_SUSPENDED"));
    }

    private static String issuer() {
        return app.server().baseUri() + "/" + app.slug();
    }

    private static ValidatableResponse get(String url) {
        return request(Map.of(), Method.GET, url);
    }

    private static ValidatableResponse request(Map<String, String> headers, Method method, String url) {
        RequestSpecification given = RestAssured.given().headers(headers);
        return given.request(method, url).then();
    }
}
