/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Factors by mail where Keycloak itself asks for passwords: at its login page, and at direct grants. */
class EmailFactorAtLoginPageIT {

    /** Without which Keycloak asks for them first. */
    private static final Map<String, String> NAMED = Map.of("firstName", "Ada", "lastName", "Lovelace");

    @RegisterExtension
    static final App app = MailedUser.app();

    private MailedUser ada;

    @BeforeAll
    static void offer() {
        MailedFactors.offer(app);
    }

    @BeforeEach
    void signUp() {
        ada = MailedUser.signedUp(app, TestUser.ada());
    }

    @Test
    void givenTheLoginPage_whenLoggingInThere_thenItAsksForAMailedCodeToo() {
        Browser browser = new Browser();

        Response page = codePage(browser);
        assertThat(page.asString()).contains("name=\"otp\"");
        Response again = browser.submit(page, Map.of("otp", "000000"));
        assertThat(again.asString()).contains("name=\"otp\"");
        Response done = browser.submit(again, Map.of("otp", ada.mailed(2)));

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.header("Location")).contains("code=");
    }

    @Test
    void givenTheLoginPage_whenGuessingThere_thenTheRightCodeIsTooLate() {
        Browser browser = new Browser();
        Response page = codePage(browser);
        for (int i = 0; i < 5; i++) {
            page = browser.submit(page, Map.of("otp", "00000" + i));
        }

        Response late = browser.submit(page, Map.of("otp", ada.mailed(2)));

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.asString()).contains("name=\"otp\"");
    }

    @Test
    void givenTheLoginPage_whenGuessingThere_thenTheAccountCountsItAsTheApiDoes() {
        Browser browser = new Browser();
        Response page = codePage(browser);

        browser.submit(page, Map.of("otp", "000000"));

        // Needs the realm's brute force detection, which counts by itself.
        assertThat(app.realm().bruteForce(ada.tokens().userId())).containsEntry("numFailures", 1);
    }

    @Test
    void givenALockedAccount_whenTheRightCodeComesAtTheLoginPage_thenTooLate() {
        Browser browser = new Browser();
        Response page = codePage(browser);
        String code = ada.mailed(2);
        app.realm().update(Map.of("failureFactor", 2));
        try {
            for (int i = 0; i < 3; i++) {
                app.api().signin(ada.user().username(), "wrong").statusCode(401);
            }

            Response late = browser.submit(page, Map.of("otp", code));

            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.asString()).contains("name=\"otp\"");
        } finally {
            app.realm().update(Map.of("failureFactor", 100));
        }
    }

    @Test
    void givenADirectGrant_whenSomeoneHasAFactorByMail_thenThePasswordAloneIsRefused() {
        app.realm().updateUser(ada.tokens().userId(), NAMED);
        grant().statusCode(200);

        ada.enrolled();

        grant().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    /** Has her enrol and give her password; gives back the page after it. */
    private Response codePage(Browser browser) {
        ada.enrolled();
        app.realm().updateUser(ada.tokens().userId(), NAMED);
        return browser.submit(
                browser.login(app),
                Map.of("username", ada.user().username(), "password", ada.user().password()));
    }

    /** Keycloak's own way in without a page, by a client that every realm has. */
    private ValidatableResponse grant() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ada.user().username())
                .formParam("password", ada.user().password())
                .post(app.server().baseUri() + "/realms/" + app.slug() + "/protocol/openid-connect/token")
                .then();
    }
}
