/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.keycloakheimdall.client.App;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the platform API refuses has its error body, what Keycloak or the server would refuse included. */
class PlatformRefusalsIT {

    @RegisterExtension
    static final App app = App.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/nonsense",
                "/v1/nonsense/deeper",
                "/v1/stats",
                "/v1/stats/",
                "/v1/stats/nonsense",
                "/v1/stats/me/nonsense",
                "/v1/apps/{app}/nonsense",
                "/v1/apps/{app}/roles/member/nonsense",
                "/v1/apps/{app}/status/nonsense",
                "/v1/apps/{app}/members/x/nonsense",
                "/v1/apps/{app}/%00",
                "/v1/apps/%00",
                "/v1/%00",
                "/v1/apps/nosuchapp",
                "/v1/apps/nosuchapp/roles"
            })
    void givenAnUnknownPath_whenCallingItByAnyMethod_thenNotFound(String path) {
        for (Method method : new Method[] {Method.GET, Method.DELETE}) {
            refused(asAdmin(), method, path, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v1/apps, 'GET, POST'",
        "DELETE, /v1/apps, 'GET, POST'",
        "POST, /v1/stats/me, GET",
        "PUT, /v1/apps/{app}, 'DELETE, GET, PATCH'",
        "POST, /v1/apps/{app}, 'DELETE, GET, PATCH'",
        "GET, /v1/apps/{app}/status, PATCH",
        "PUT, /v1/apps/{app}/members, GET",
        "GET, /v1/apps/{app}/members/x, DELETE",
        "PUT, /v1/apps/{app}/roles, 'GET, POST'"
    })
    void givenAnotherMethod_whenCalling_thenNotAllowedAndTheRightOnesAreNamed(
            Method method, String path, String allow) {
        refused(asAdmin(), method, path, 405).header("Allow", equalTo(allow));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/apps, text/plain",
        "POST, /v1/apps, application/xml",
        "POST, /v1/apps, application/x-www-form-urlencoded",
        "PATCH, /v1/apps/{app}, text/plain",
        "PATCH, /v1/apps/{app}/status, application/xml",
        "POST, /v1/apps/{app}/roles, text/plain"
    })
    void givenAnotherMediaType_whenSending_thenUnsupported(Method method, String path, String type) {
        refused(asAdmin().header("content-type", type).body("a=b"), method, path, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/apps", "/v1/stats/me", "/v1/apps/{app}", "/v1/apps/{app}/roles"})
    void givenAnAnswerOfAnotherTypeIsWanted_whenReading_thenNotAcceptable(String path) {
        refused(asAdmin().accept("text/xml"), Method.GET, path, 406);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/apps",
        "GET, /v1/stats/me",
        "GET, /v1/apps/{app}",
        "GET, /v1/apps/{app}/members",
        "GET, /v1/apps/{app}/roles"
    })
    void givenNoBearerThatHolds_whenCalling_thenUnauthorized(Method method, String path) {
        refused(plain(), method, path, 401);
        refused(plain().header("authorization", "Bearer nonsense"), method, path, 401);
        refused(plain().header("authorization", "Basic YTpi"), method, path, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"slug\":1}", "{\"a\":1,\"a\":2}"})
    void givenABodyThatIsNone_whenSending_thenBadRequest(String body) {
        refused(asAdmin().contentType("application/json").body(body), Method.POST, "/v1/apps", 400);
        refused(asAdmin().contentType("application/json").body(body), Method.PATCH, "/v1/apps/{app}/status", 400);
    }

    private static ValidatableResponse refused(RequestSpecification request, Method method, String path, int status) {
        return request.request(method, app.server().baseUri() + path.replace("{app}", app.slug()))
                .then()
                .statusCode(status)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("statusCode", equalTo(status))
                .body("message", notNullValue())
                .body("message", not(startsWith("HTTP")))
                .body("error", equalTo(null));
    }

    private static RequestSpecification asAdmin() {
        return plain().header("authorization", "Bearer " + app.admin().bearer());
    }

    private static RequestSpecification plain() {
        return given().urlEncodingEnabled(false);
    }
}
