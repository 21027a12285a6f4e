/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /users/{user_id}/factors}. */
class UserFactorsIT {

    private static final Map<String, String> TOTP = Map.of("type", "totp", "label", "handed over");

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();
    private Tokens user;
    private Tokens admin;
    private String path;

    @BeforeEach
    void signUp() {
        user = app.api().signedUp(ada);
        admin = app.api().signedUp(TestUser.named("admin"));
        app.realm().giveRole(admin.userId(), "admin");
        path = "/users/" + user.userId() + "/factors";
    }

    @Test
    void givenAnAdmin_whenProvisioningAFactor_thenItIsEnabledAndWorks() {
        ValidatableResponse answer = app.api()
                .as(admin.access(), Method.POST, path, TOTP)
                .statusCode(201)
                .body("factor.enabled", equalTo(true))
                .body("factor.label", equalTo("handed over"))
                .body("enrollment.otpauth_uri", notNullValue())
                .body("recovery_codes", hasSize(10));
        AuthenticatorApp phone = new AuthenticatorApp(answer.extract().path("enrollment.secret"));
        MfaApi mfa = new MfaApi(app.api());

        mfa.verify(mfa.challenged(ada), phone.code(0)).statusCode(200);
        app.api()
                .as(admin.access(), Method.GET, path, null)
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].id", equalTo(answer.extract().path("factor.id")));
    }

    @Test
    void givenAFactor_whenAnAdminDisablesIt_thenSigninAsksNoMore() {
        String id =
                app.api().as(admin.access(), Method.POST, path, TOTP).extract().path("factor.id");

        app.api().as(admin.access(), Method.DELETE, path + "/" + id, null).statusCode(204);

        app.api().signedIn(ada);
        app.api().as(admin.access(), Method.DELETE, path + "/" + id, null).statusCode(404);
    }

    @Test
    void givenAnOrdinaryUser_whenTouchingAnotherOnesFactors_thenForbiddenThoughPermissionsAreNotEnforced() {
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        app.api().as(eve.access(), Method.GET, path, null).statusCode(403);
        app.api().as(eve.access(), Method.POST, path, TOTP).statusCode(403);
        app.api().as(eve.access(), Method.DELETE, path + "/any", null).statusCode(403);
    }

    @Test
    void givenNobodyOfThatId_whenAnAdminAsks_thenNotFound() {
        for (String id : new String[] {"nobody", admin.userId() + "x"}) {
            app.api()
                    .as(admin.access(), Method.GET, "/users/" + id + "/factors", null)
                    .statusCode(404);
        }
        app.api().as(admin.access(), Method.DELETE, path + "/nothing", null).statusCode(404);
    }

    @Test
    void givenAnotherApp_whenItsAdminAsks_thenRefused() {
        try (App other = App.fresh().createOn(app.server())) {
            other.api().as(admin.access(), Method.GET, path, null).statusCode(401);
        }
        app.api().request(Method.GET, path, null, Map.of()).then().statusCode(401);
    }
}
