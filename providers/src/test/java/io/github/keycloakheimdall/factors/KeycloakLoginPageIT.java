/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A factor of this API at Keycloak's own login page, and a used code of the one at the other. */
class KeycloakLoginPageIT {

    @RegisterExtension
    static final App plain = App.fresh().withRealm(OtpPolicy.wide());

    /** Of its own: organizations change the login page of the whole realm. */
    @RegisterExtension
    static final App withTenants = App.fresh().withRealm(OtpPolicy.wide());

    private final TestUser ada = TestUser.ada();
    private final Browser browser = new Browser();
    private App app;
    private MfaApi mfa;
    private Enrolled factor;

    @BeforeEach
    void enrol() {
        enrolAt(plain);
    }

    private void enrolAt(App realm) {
        app = realm;
        mfa = new MfaApi(app.api());
        Tokens tokens = app.api().signedUp(ada);
        factor = mfa.enrolled(tokens.access(), "phone");
        // The login page asks for what the profile lacks.
        app.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
    }

    @Test
    void givenAFactorOfThisApi_whenLoggingInAtTheLoginPage_thenItsCodeIsAskedForAndTaken() {
        Response page = password();
        assertThat(page.asString()).contains("name=\"otp\"");

        Response again = code(page, "000000");
        assertThat(again.asString()).contains("name=\"otp\"");
        Response done = code(again, factor.phone().code(0));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("code=");
    }

    @Test
    void givenACodeUsedAtTheLoginPage_whenItComesHere_thenRefused() {
        String code = factor.phone().code(0);
        assertThat(code(password(), code).statusCode()).isEqualTo(302);

        mfa.verify(mfa.challenged(ada), code).statusCode(401);
    }

    @Test
    void givenACodeUsedHere_whenItComesAtTheLoginPage_thenRefused() {
        String code = factor.phone().code(0);
        mfa.verify(mfa.challenged(ada), code).statusCode(200);

        assertThat(code(password(), code).asString()).contains("name=\"otp\"");
    }

    @Test
    void givenARealmWithTenants_whenLoggingInAtTheLoginPage_thenTheCodeIsAskedForAfterNameAndPassword() {
        enrolAt(withTenants);
        app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "A tenant"))
                .statusCode(201);
        Response name = browser.login(app);
        assertThat(name.asString()).contains("name=\"username\"").doesNotContain("type=\"password\"");

        Response password = browser.submit(name, Map.of("username", ada.username()));
        assertThat(password.asString()).contains("type=\"password\"");
        Response code = browser.submit(password, Map.of("password", ada.password()));
        assertThat(code.asString()).contains("name=\"otp\"");

        Response again = code(code, "000000");
        assertThat(again.asString()).contains("name=\"otp\"");
        Response done = code(again, factor.phone().code(0));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("code=");
    }

    private Response password() {
        return browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));
    }

    private Response code(Response page, String code) {
        return browser.submit(page, Map.of("otp", code));
    }
}
