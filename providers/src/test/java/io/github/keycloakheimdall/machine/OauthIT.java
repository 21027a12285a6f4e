/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Platform;
import io.github.keycloakheimdall.client.SignedJwt;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for machine clients, and introspection. */
class OauthIT {

    private static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final App other = App.fresh();

    static Platform.Machine machine;

    @BeforeAll
    static void machine() {
        machine = app.platform().machine("user.list", "role.read");
    }

    @Test
    void givenJson_whenAskingForAToken_thenItIsTheMachines() {
        String token = token(machine.credentials(), Map.of())
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("scope", equalTo("role.read user.list"))
                .body("refresh_token", nullValue())
                .extract()
                .path("access_token");

        SignedJwt jwt = SignedJwt.parse(token);
        assertThat(jwt.isSignedBy(app.api().jwks().extract().jsonPath())).isTrue();
        assertThat(jwt.<String>claim("sub")).isEqualTo(machine.id());
        assertThat(jwt.<String>claim("type")).isEqualTo("m2m");
        assertThat(jwt.<List<String>>claim("scopes")).containsExactly("role.read", "user.list");
        assertThat(jwt.claims()).doesNotContainKeys("sid", "role", "amr");
    }

    @Test
    void givenAForm_whenAskingForAToken_thenItIsGiven() {
        token("grant_type=client_credentials&client_id=" + machine.id() + "&client_secret=" + machine.secret(), FORM)
                .statusCode(200);
    }

    @Test
    void givenHttpBasic_whenAskingForAToken_thenItIsGiven() {
        token("grant_type=client_credentials", basic(machine.id() + ':' + machine.secret()))
                .statusCode(200);
    }

    @Test
    void givenASecretThatAnAdminChose_whenItComesByHttpBasicEncodedAsOAuthHasIt_thenItIsGiven() {
        String secret = "p@ss:w%rd/+ é";
        Platform.Machine chosen = app.platform().machine("user.list");
        Map<String, Object> client = new HashMap<>(app.realm().client(chosen.id()));
        client.put("secret", secret);
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
        String id = chosen.id().replace("_", "%5F");

        token("grant_type=client_credentials", basic(id + ':' + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .statusCode(200);
        token("grant_type=client_credentials", basic(chosen.id() + ':' + secret))
                .statusCode(400);
        token("grant_type=client_credentials", basic(chosen.id() + ':' + secret.replace("%", "%25")))
                .statusCode(401);
    }

    @Test
    void givenAWrongSecretOrAnUnknownClient_whenAskingForAToken_thenTheSameAnswer() {
        String wrong = token(new Platform.Machine(machine.id(), "wrong").credentials(), Map.of())
                .statusCode(401)
                .extract()
                .asString();
        String unknown = token(new Platform.Machine("m2m_nobody", "wrong").credentials(), Map.of())
                .statusCode(401)
                .extract()
                .asString();

        assertThat(unknown).isEqualTo(wrong);
    }

    @Test
    void givenAMachineOfAnotherApp_whenAskingForAToken_thenUnauthorized() {
        other.api()
                .request(Method.POST, "/oauth/token", machine.credentials(), Map.of())
                .then()
                .statusCode(401);
    }

    @Test
    void givenWrongBasicCredentials_whenAskingForAToken_thenChallenged() {
        token("grant_type=client_credentials", basic(machine.id() + ":wrong"))
                .statusCode(401)
                .header("WWW-Authenticate", "Basic realm=\"oauth\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type=password&client_id=m2m_x&client_secret=x",
                "grant_type=client_credentials",
                "grant_type=client_credentials&client_id=m2m_x",
                "grant_type=client_credentials&client_id=m2m_x&client_id=m2m_y&client_secret=x",
                "grant_type=client_credentials&client_id=m2m_%00&client_secret=x",
                "grant_type=client_credentials&client_id=m2m_x&client_secret=%zz"
            })
    void givenABadForm_whenAskingForAToken_thenBadRequest(String form) {
        token(form, FORM).statusCode(400);
    }

    @Test
    void givenAnotherMediaType_whenAskingForAToken_thenUnsupported() {
        token("hello", Map.of("content-type", "text/plain")).statusCode(415).body("statusCode", equalTo(415));
    }

    @Test
    void givenAMachinesToken_whenCallingMe_thenUnauthorized() {
        app.api().me(app.api().machineToken(machine)).statusCode(401);
    }

    @Test
    void givenAMachine_whenItIntrospectsItself_thenItsScopesShow() {
        introspect(app.api().machineToken(machine), Map.of())
                .statusCode(200)
                .body("active", equalTo(true))
                .body("type", equalTo("m2m"))
                .body("client_id", equalTo(machine.id()))
                .body("sub", equalTo(machine.id()))
                .body("scope", equalTo("role.read user.list"))
                .body("scopes", equalTo(List.of("role.read", "user.list")));
    }

    @Test
    void givenAUser_whenTheyIntrospectThemselves_thenTheirRoleShows() {
        Tokens ada = app.api().signedUp(TestUser.ada());

        introspect(ada.access(), Map.of("token", ada.access()))
                .statusCode(200)
                .body("active", equalTo(true))
                .body("type", equalTo("end_user"))
                .body("sub", equalTo(ada.userId()))
                .body("role", equalTo("member"));
    }

    @Test
    void givenAnotherToken_whenIntrospectingItWithOnesOwn_thenNothingIsTold() {
        Tokens ada = app.api().signedUp(TestUser.ada());
        Tokens mallory = app.api().signedUp(TestUser.named("mallory"));

        introspect(mallory.access(), Map.of("token", ada.access()))
                .statusCode(200)
                .body("active", equalTo(false))
                .body("$", aMapWithSize(1));
    }

    @Test
    void givenARevokedSession_whenIntrospecting_thenInactive() {
        Tokens ada = app.api().signedUp(TestUser.ada());
        app.realm().logoutUser(ada.userId());

        introspect(ada.access(), Map.of()).body("active", equalTo(false)).body("$", aMapWithSize(1));
    }

    @Test
    void givenNoBearer_whenIntrospecting_thenUnauthorized() {
        app.api()
                .request(Method.POST, "/oauth/introspect", Map.of("token", "x"), Map.of())
                .then()
                .statusCode(401);
    }

    private static Map<String, String> basic(String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return Map.of("content-type", "application/x-www-form-urlencoded", "authorization", "Basic " + encoded);
    }

    private static ValidatableResponse token(Object body, Map<String, String> headers) {
        return app.api().request(Method.POST, "/oauth/token", body, headers).then();
    }

    private static ValidatableResponse introspect(String bearer, Map<String, String> body) {
        return app.api().as(bearer, Method.POST, "/oauth/introspect", body);
    }
}
