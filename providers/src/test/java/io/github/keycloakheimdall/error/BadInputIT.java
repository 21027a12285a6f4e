/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal has the error body, and bad input is never the server's fault. */
class BadInputIT {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    @RegisterExtension
    static final App app = App.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "42",
                "{",
                "{\"identifier\":\"ada\"",
                "{\"identifier\":\"ada\",\"password\":\"x\"} trailing",
                "{\"identifier\":\"ada\",\"identifier\":\"eve\",\"password\":\"x\"}",
                "{\"identifier\":1,\"password\":\"x\"}",
                "{\"identifier\":[\"ada\"],\"password\":\"x\"}",
                "{\"identifier\":{\"a\":1},\"password\":\"x\"}",
                "{\"identifier\":true,\"password\":\"x\"}",
                "{\"identifier\":null,\"password\":\"x\"}",
                "{\"identifier\":\"ada\"}",
                "{\"identifier\":\"a\\u0000da\",\"password\":\"x\"}",
                "{\"identifier\":\"ada\",\"password\":\"x\\ud800\"}",
                "{\"identifier\":\"ada\",\"password\":\"x\",\"\\udc00\":1}",
                "{}"
            })
    void givenABodyThatIsNotTheRoutes_whenPosting_thenBadRequest(String body) {
        assertRefusal(post("/auth/signin", body, JSON), 400);
    }

    @Test
    void givenHalfACharacterInAPassword_whenSigningUp_thenBadRequest() {
        assertRefusal(
                post(
                        "/auth/signup",
                        "{\"email\":\"half@example.com\",\"username\":\"half\",\"password\":\"CorrectHorse\\ud800\"}",
                        JSON),
                400);
    }

    @Test
    void givenNoBodyAtAll_whenPosting_thenBadRequest() {
        assertRefusal(
                app.api()
                        .request(Method.POST, "/auth/signin", null, Map.of("content-type", JSON))
                        .then(),
                400);
    }

    @Test
    void givenBytesThatAreNotUtf8_whenPosting_thenBadRequest() {
        byte[] body = "{\"identifier\":\"\u00e4\",\"password\":\"x\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertRefusal(post("/auth/signin", body, JSON), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "a=%C3%28%", "%zz=1"})
    void givenAFormThatDoesNotDecode_whenPostingToARouteWithoutABody_thenBadRequest(String form) {
        String bearer = app.api().signedUp(TestUser.ada()).access();

        ValidatableResponse answer = app.api()
                .request(
                        Method.POST,
                        "/me/mfa/recovery-codes/regenerate",
                        form,
                        Map.of(
                                "content-type",
                                "application/x-www-form-urlencoded",
                                "authorization",
                                "Bearer " + bearer))
                .then();

        assertRefusal(answer, 400);
    }

    @Test
    void givenAFormThatDoesNotDecode_whenPostingWithoutABearer_thenTheBearerIsAskedForFirst() {
        assertRefusal(post("/me/mfa/recovery-codes/regenerate", "%", "application/x-www-form-urlencoded"), 401);
    }

    @ParameterizedTest
    @MethodSource("formsThatAreNone")
    void givenAFormThatIsNone_whenPostingToARouteThatTakesForms_thenTheCallersFault(
            String path, String type, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.server().baseUri().resolve("/" + app.slug() + "/v1" + path))
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 415);
        assertThat(answer.body()).contains("\"statusCode\":" + answer.statusCode());
    }

    static Stream<Arguments> formsThatAreNone() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n%s\r\nb\r\n";
        String multipart = "multipart/form-data; boundary=x";
        List<List<String>> forms = List.of(
                List.of(
                        FORM,
                        IntStream.range(0, 1100).mapToObj(i -> "a" + i + "=b").collect(Collectors.joining("&"))),
                List.of(multipart, part.formatted("").repeat(1100) + "--x--\r\n"),
                List.of(multipart, part.formatted("Content-Type: text/plain; charset=nope\r\n") + "--x--\r\n"),
                List.of(multipart, part.formatted("Content-Type: nope\r\n") + "--x--\r\n"),
                List.of(multipart, "zz"),
                List.of(multipart, "--x\r\n\r\n"),
                List.of(multipart, ""),
                List.of(multipart + "; charset=nope", part.formatted("") + "--x--\r\n"));
        return Stream.of("/auth/oauth/any/callback", "/oauth/token", "/oauth/introspect")
                .flatMap(path -> forms.stream().map(form -> Arguments.of(path, form.get(0), form.get(1))));
    }

    @Test
    void givenAFormOverItsSize_whenPosting_thenTooLarge() {
        String form = "state=x&code=" + "a".repeat(70_000);

        for (String path : List.of("/auth/oauth/any/callback", "/oauth/token", "/oauth/introspect")) {
            assertRefusal(post(path, form, FORM), 413);
        }
    }

    @Test
    void givenABodyOverItsSize_whenPosting_thenTooLarge() {
        String body = "{\"identifier\":\"" + "a".repeat(64 * 1024) + "\",\"password\":\"x\"}";

        assertRefusal(post("/auth/signin", body, JSON), 413);
    }

    @Test
    void givenABodyOfManyMegabytes_whenPosting_thenTooLarge() {
        String body = "{\"identifier\":\"" + "a".repeat(3 * 1024 * 1024) + "\",\"password\":\"x\"}";

        assertRefusal(post("/auth/signin", body, JSON), 413);
    }

    @Test
    void givenDeeplyNestedJson_whenPosting_thenBadRequest() {
        String body = "{\"identifier\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";

        assertRefusal(post("/auth/signin", body, JSON), 400);
    }

    @Test
    void givenATooLongValue_whenPosting_thenBadRequest() {
        assertRefusal(post("/auth/signin", Map.of("identifier", "a".repeat(256), "password", "x"), JSON), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void givenAnotherMediaType_whenPosting_thenUnsupported(String type) {
        assertRefusal(post("/auth/signin", "{}", type), 415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /auth/signin, POST",
        "DELETE, /auth/signup, POST",
        "POST, /me, 'DELETE, GET, PATCH'",
        "PUT, /me/sessions/abc, DELETE",
        "POST, /.well-known/jwks.json, GET"
    })
    void givenAnotherMethod_whenCalling_thenNotAllowedAndTheRightOnesAreNamed(
            Method method, String path, String allow) {
        assertRefusal(app.api().request(method, path, null, Map.of()).then(), 405)
                .header("Allow", equalTo(allow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/nope",
                "/auth",
                "/auth/",
                "/auth/nope",
                "/me/nope/nope",
                "/.well-known/nope",
                "/%00",
                "/auth/signin/more"
            })
    void givenAnUnknownPath_whenCalling_thenNotFound(String path) {
        assertRefusal(app.api().request(Method.GET, path, null, Map.of()).then(), 404);
    }

    @Test
    void givenANulForASlug_whenCalling_thenNotFound() {
        assertRefusal(
                HeimdallApi.of(app.server().baseUri(), "%00")
                        .request(Method.GET, "/me", null, Map.of())
                        .then(),
                404);
    }

    @Test
    void givenABrowserThatAsksForHtml_whenCalling_thenTheBodyIsJsonStill() {
        assertRefusal(
                app.api()
                        .request(
                                Method.GET,
                                "/nope",
                                null,
                                Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"))
                        .then(),
                404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "bearer x.y.z", "Bearer null"})
    void givenABadAuthorizationHeader_whenReadingTheProfile_thenUnauthorized(String header) {
        assertRefusal(
                app.api()
                        .request(Method.GET, "/me", null, Map.of("Authorization", header))
                        .then(),
                401);
    }

    private static ValidatableResponse post(String path, Object body, String type) {
        return app.api()
                .request(Method.POST, path, body, Map.of("content-type", type))
                .then();
    }

    private static ValidatableResponse assertRefusal(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(JSON)
                .body("statusCode", equalTo(status))
                .body("message", notNullValue())
                .body(not(containsString("Exception")));
    }
}
