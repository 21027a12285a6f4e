/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.attack;

import io.github.keycloakheimdall.ConsumerApi;
import io.github.keycloakheimdall.PlatformApi;
import io.github.keycloakheimdall.ServerApi;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.http.Route;
import io.github.keycloakheimdall.http.RouteTable;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens in no form that anybody makes, wherever a token is taken: refused as any other that does not hold. */
@OnOneDatabase
class MalformedTokenIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static Tokens live;
    private static List<String> malformed;

    @BeforeAll
    static void signUp() {
        live = app.api().signedUp(TestUser.ada());
        malformed = MalformedTokens.like(live.access());
    }

    @Test
    void givenAMalformedBearer_whenCallingAnyRouteOfTheConsumers_thenItIsNeverTheServersFault() {
        String root = "/" + app.slug() + "/v1";
        everyRouteRefuses(root, new RouteTable(ConsumerApi.class).routes());
    }

    @Test
    void givenAMalformedBearer_whenCallingAnyRouteOfThePlatform_thenItIsNeverTheServersFault() {
        String root = "/v1/apps/" + app.slug();
        everyRouteRefuses(root, new RouteTable(PlatformApi.class).routes());
        everyRouteRefuses("/v1", new RouteTable(ServerApi.class).routes());
    }

    @Test
    void givenAMalformedBearer_whenAUserIsAskedFor_thenUnauthorized() {
        refused("GET", "/me", malformed, 401);
    }

    @Test
    void givenAMalformedBearer_whenAnAdminIsAskedFor_thenUnauthorized() {
        SoftAssertions softly = new SoftAssertions();
        for (String token : MalformedTokens.like(app.admin().bearer())) {
            HttpResponse<String> answer = RawHttp.send(
                    app.server(),
                    "GET",
                    "/v1/apps/" + app.slug() + "/roles",
                    null,
                    Map.of("Authorization", "Bearer " + token));
            softly.assertThat(answer.statusCode()).as(shown(token)).isEqualTo(401);
        }
        softly.assertAll();
    }

    @Test
    void givenAMalformedTokenInTheBody_whenItIsAskedAbout_thenItDoesNotHold() {
        SoftAssertions softly = new SoftAssertions();
        List<String> refreshes = MalformedTokens.like(live.refresh());
        for (String token : refreshes) {
            refusedBody(softly, "/auth/refresh", Map.of("refresh_token", token), Map.of(), 400, 401);
            refusedBody(softly, "/auth/logout", Map.of("refresh_token", token), Map.of(), 204, 400, 401);
        }
        for (String token : malformed) {
            refusedBody(softly, "/auth/mfa/verify", Map.of("mfa_token", token, "code", "123456"), Map.of(), 400, 401);
            refusedBody(
                    softly, "/auth/mfa/recover", Map.of("mfa_token", token, "recovery_code", "x"), Map.of(), 400, 401);
            refusedBody(softly, "/verify", Map.of("token", token), Map.of(), 200, 400);
            refusedBody(
                    softly, "/authorize", Map.of("token", token, "permission", "user.list"), Map.of(), 200, 400, 401);
            refusedBody(
                    softly,
                    "/oauth/introspect",
                    Map.of("token", token),
                    Map.of("Authorization", "Bearer " + token),
                    200,
                    400,
                    401);
        }
        softly.assertAll();
    }

    @Test
    void givenMalformedBasicCredentials_whenAskingForAToken_thenRefused() {
        SoftAssertions softly = new SoftAssertions();
        for (String credentials : List.of(
                "",
                " ",
                ":",
                "=",
                "!!",
                "bnVsbA",
                encode(":"),
                encode("a:"),
                encode(":a"),
                encode("a\0b:c"),
                encode("m2m_x:\0"),
                encode("\ud83d\ude00:x"),
                encode("m2m_" + "x".repeat(2000) + ":" + "y".repeat(2000)),
                Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, ':', (byte) 0xc3}))) {
            refusedBody(
                    softly,
                    "/oauth/token",
                    Map.of("grant_type", "client_credentials"),
                    Map.of("Authorization", "Basic " + credentials),
                    400,
                    401);
        }
        softly.assertAll();
    }

    private static void everyRouteRefuses(String root, List<Route> routes) {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : routes) {
            String path = root + route.template().replaceAll("\\{[^}]+}", "x");
            boolean reads = route.method().equals("GET") || route.method().equals("DELETE");
            // One route has all of them read by the other tests; here are those of each kind.
            for (int i = route.template().length() % 3; i < malformed.size(); i += 3) {
                String token = malformed.get(i);
                HttpResponse<String> answer = RawHttp.send(
                        app.server(),
                        route.method(),
                        path,
                        reads ? null : Map.of(),
                        Map.of("Authorization", "Bearer " + token));
                softly.assertThat(answer.statusCode())
                        .as("%s %s %s", route.method(), path, shown(token))
                        .isLessThan(500);
            }
        }
        softly.assertAll();
    }

    private static void refused(String method, String path, List<String> tokens, int status) {
        SoftAssertions softly = new SoftAssertions();
        for (String token : tokens) {
            HttpResponse<String> answer = RawHttp.send(
                    app.server(),
                    method,
                    "/" + app.slug() + "/v1" + path,
                    null,
                    Map.of("Authorization", "Bearer " + token));
            softly.assertThat(answer.statusCode()).as(shown(token)).isEqualTo(status);
        }
        softly.assertAll();
    }

    private static void refusedBody(
            SoftAssertions softly, String path, Object body, Map<String, String> headers, Integer... statuses) {
        HttpResponse<String> answer =
                RawHttp.send(app.server(), "POST", "/" + app.slug() + "/v1" + path, body, headers);
        softly.assertThat(answer.statusCode())
                .as("%s %s %s", path, shown(body), shown(headers))
                .isIn((Object[]) statuses);
        softly.assertThat(answer.body()).doesNotContain("\"active\":true", "\"valid\":true", "\"allowed\":true");
    }

    private static String shown(Object token) {
        String text = token.toString();
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private static String encode(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
