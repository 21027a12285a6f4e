/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a realm lets a factor by mail be passed by, an app offers none. */
class EmailFactorOfferIT {

    @RegisterExtension
    static final App app = MailedUser.app();

    private MailedUser ada;

    @BeforeEach
    void signUp() {
        ada = MailedUser.signedUp(app, TestUser.ada());
    }

    @AfterEach
    void restore() {
        app.realm().list("/identity-provider/instances").forEach(provider -> app.realm()
                .call(Method.DELETE, "/identity-provider/instances/" + provider.get("alias"), null));
        MailedFactors.withdraw(app);
        app.platform()
                .as(Method.PATCH, "/notification-settings", Map.of("mfa_code_template_name", "heimdall-mfa-code"))
                .statusCode(200);
    }

    @Test
    void givenALoginPageThatDoesNotAskForCodes_whenEnrolling_thenRefused() {
        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forms", "Conditional Organization"})
    void givenTheStepWhereAPasswordGetsPastIt_whenEnrolling_thenRefused(String part) {
        MailedFactors.askAtTheLoginPageIn(app, part);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
    }

    @Test
    void givenTheStepBesideTheForm_whenEnrolling_thenRefused() {
        MailedFactors.askAtTheLoginPageIn(app, null);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
    }

    @Test
    void givenALoginPageThatRequiresAnAuthenticatorApp_whenEnrolling_thenRefused() {
        MailedFactors.offer(app);
        MailedFactors.requireAuthenticatorApps(app);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_LOGIN_PAGE"));
    }

    @Test
    void givenDirectGrantsThatLetTheFactorPass_whenEnrolling_thenRefused() {
        MailedFactors.askAtTheLoginPage(app);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS"));
    }

    @Test
    void givenDirectGrantsThatRefuseSomeAlone_whenEnrolling_thenRefused() {
        MailedFactors.askAtTheLoginPage(app);
        MailedFactors.refuseWhereCodesAreAsked(app);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_DIRECT_GRANTS"));
    }

    @Test
    void givenProvidersWhosePageLinksByAPasswordAlone_whenEnrolling_thenRefused() {
        MailedFactors.offer(app);
        Map<String, Object> google = Map.of(
                "alias",
                "google",
                "providerId",
                "google",
                "config",
                Map.of("clientId", "acme", "clientSecret", "secret"));
        app.realm()
                .call(Method.POST, "/identity-provider/instances", google)
                .then()
                .statusCode(201);

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("EMAIL_FACTOR_NOT_AT_FIRST_BROKER_LOGIN"));

        MailedFactors.askWhereAccountsAreLinked(app);
        ada.start(MailedUser.MAIL).statusCode(201);
    }

    @Test
    void givenTheMailCleared_whenEnrollingOrSending_thenNothingIsMailed() {
        MailedFactors.offer(app);
        app.platform()
                .as(Method.GET, "/notification-settings", null)
                .body("mfa_code_template_name", equalTo("heimdall-mfa-code"));
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("mfa_code_template_name", null);
        app.platform()
                .as(Method.PATCH, "/notification-settings", cleared)
                .statusCode(200)
                .body("mfa_code_template_name", nullValue());

        ada.start(MailedUser.MAIL).statusCode(412).body("code", equalTo("ENVOI_TEMPLATE_NOT_CONFIGURED"));
    }
}
