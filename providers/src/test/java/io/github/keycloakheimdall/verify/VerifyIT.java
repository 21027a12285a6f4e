/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a backend asks about a token. */
class VerifyIT {

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App other = App.fresh();

    @RegisterExtension
    static final App shortLived = App.fresh().with("heimdall.access_token_ttl_seconds", "1");

    static Tokens ada;

    @BeforeAll
    static void ada() {
        ada = app.api().signedUp(TestUser.ada());
    }

    @Test
    void givenAUsersToken_whenVerifying_thenThePrincipalIsNamed() {
        app.api()
                .verify(ada.access())
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("error", nullValue())
                .body("principal.sub", equalTo(ada.userId()))
                .body("principal.type", equalTo("end_user"))
                .body("principal.role", equalTo("member"))
                .body("principal.permissions", nullValue());
    }

    @Test
    void givenAMachinesToken_whenVerifying_thenItsPermissionsAreNamed() {
        String token = app.api().machineToken(app.platform().machine("user.list"));

        app.api()
                .verify(token)
                .statusCode(200)
                .body("principal.type", equalTo("m2m"))
                .body("principal.role", nullValue())
                .body("principal.permissions", contains("user.list"));
    }

    @Test
    void givenTheTokenInTheHeader_whenVerifying_thenItIsTaken() {
        app.api()
                .as(ada.access(), Method.POST, "/verify", Map.of())
                .statusCode(200)
                .body("valid", equalTo(true));
    }

    @Test
    void givenABackendsKeyInTheHeader_whenVerifyingTheBodysToken_thenTheBodyWins() {
        app.api()
                .as(app.platform().key("user.list"), Method.POST, "/verify", Map.of("token", ada.access()))
                .statusCode(200)
                .body("valid", equalTo(true));
    }

    @Test
    void givenNoTokenAtAll_whenVerifying_thenUnauthorized() {
        ask("/verify", Map.of()).statusCode(401);
        ask("/authorize", Map.of("permission", "user.read")).statusCode(401);
        ask("/authorize/batch", Map.of("checks", List.of())).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "hdk_live_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void givenWhatIsNoToken_whenVerifying_thenInvalid(String token) {
        app.api()
                .verify(token)
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("error", equalTo("TOKEN_INVALID"))
                .body("principal", nullValue());
    }

    @Test
    void givenARefreshTokenOrAnotherAppsToken_whenVerifying_thenInvalid() {
        app.api().verify(ada.refresh()).body("error", equalTo("TOKEN_INVALID"));
        other.api().verify(ada.access()).body("error", equalTo("TOKEN_INVALID"));
    }

    @Test
    void givenATokenPastItsTime_whenVerifying_thenExpired() throws InterruptedException {
        String token = shortLived.api().signedUp(TestUser.ada()).access();

        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (shortLived.api().verify(token).extract().<Boolean>path("valid")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(200);
        }
        shortLived.api().verify(token).body("error", equalTo("TOKEN_EXPIRED"));
    }

    @Test
    void givenARevokedSession_whenVerifying_thenRevoked() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));
        app.realm().logoutUser(eve.userId());

        app.api().verify(eve.access()).body("error", equalTo("TOKEN_REVOKED"));
    }

    @Test
    void givenALogout_whenVerifying_thenTheTokenHoldsUntilItsOwnExpiry() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));
        app.api().logout(eve.refresh()).statusCode(204);

        app.api().verify(eve.access()).body("valid", equalTo(true));
        ask("/authorize", Map.of("token", eve.access(), "permission", "user.read"))
                .body("authorized", equalTo(true));
    }

    @Test
    void givenASessionThatItsUserEnded_whenVerifying_thenRevoked() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));
        app.api().revokeSession(eve.access(), eve.sessionId()).statusCode(204);

        app.api().verify(eve.access()).body("error", equalTo("TOKEN_REVOKED"));
        ask("/authorize", Map.of("token", eve.access(), "permission", "user.read"))
                .body("error", equalTo("TOKEN_REVOKED"));
    }

    @Test
    void givenADisabledUser_whenVerifying_thenSuspended() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));
        app.realm().enableUser(eve.userId(), false);

        app.api().verify(eve.access()).body("error", equalTo("ACCOUNT_SUSPENDED"));
    }

    @Test
    void givenPermissions_whenAuthorizing_thenAllMustBeHeld() {
        ask("/authorize", Map.of("token", ada.access(), "permission", "user.read"))
                .statusCode(200)
                .body("authorized", equalTo(true))
                .body("missing_permissions", nullValue());
        ask("/authorize", Map.of("token", ada.access(), "permissions", List.of("user.read", "user.delete", "a.b")))
                .statusCode(200)
                .body("authorized", equalTo(false))
                .body("error", equalTo("PERMISSION_DENIED"))
                .body("missing_permissions", contains("user.delete", "a.b"));
    }

    @Test
    void givenABadToken_whenAuthorizing_thenItsFailureIsNamed() {
        ask("/authorize", Map.of("token", "x", "permission", "user.read"))
                .statusCode(200)
                .body("authorized", equalTo(false))
                .body("error", equalTo("TOKEN_INVALID"));
    }

    @Test
    void givenSeveralChecks_whenAuthorizing_thenEachHasItsAnswer() {
        ask(
                        "/authorize/batch",
                        Map.of(
                                "token",
                                ada.access(),
                                "checks",
                                List.of(
                                        Map.of("id", "may", "permission", "user.read"),
                                        Map.of("id", "not", "permissions", List.of("user.read", "user.delete")))))
                .statusCode(200)
                .body("results.id", contains("may", "not"))
                .body("results.authorized", contains(true, false))
                .body("results[0].missing_permissions", empty())
                .body("results[1].missing_permissions", contains("user.delete"));
    }

    @Test
    void givenABadToken_whenAuthorizingABatch_thenNothingIsAuthorized() {
        ask("/authorize/batch", Map.of("token", "x", "checks", List.of(Map.of("permission", "user.read"))))
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].authorized", equalTo(false))
                .body("results[0].missing_permissions", contains("user.read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"x\"}",
                "{\"token\":\"x\",\"permissions\":[]}",
                "{\"token\":\"x\",\"permissions\":[null]}",
                "{\"token\":\"x\",\"permission\":1}",
                "{\"token\":1,\"permission\":\"user.read\"}",
                "[]"
            })
    void givenABadBody_whenAuthorizing_thenBadRequest(String body) {
        ask("/authorize", body).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"x\"}",
                "{\"token\":\"x\",\"checks\":[{\"id\":\"1\"}]}",
                "{\"token\":\"x\",\"checks\":[null]}",
                "{\"token\":\"x\",\"checks\":{}}"
            })
    void givenABadBatch_whenAuthorizing_thenBadRequest(String body) {
        ask("/authorize/batch", body).statusCode(400);
    }

    private static ValidatableResponse ask(String path, Object body) {
        return app.api().request(Method.POST, path, body, Map.of()).then();
    }
}
