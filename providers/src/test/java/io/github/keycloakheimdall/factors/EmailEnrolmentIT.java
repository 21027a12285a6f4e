/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MailedFactors;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a second factor comes whose codes are mailed. */
class EmailEnrolmentIT {

    @RegisterExtension
    static final App app = MailedUser.app();

    private MailedUser ada;
    private MfaApi mfa;

    @BeforeAll
    static void offer() {
        MailedFactors.offer(app);
    }

    @BeforeEach
    void signUp() {
        ada = MailedUser.signedUp(app, TestUser.ada());
        mfa = new MfaApi(app.api());
    }

    @Test
    void givenAVerifiedEmail_whenEnrollingIt_thenTheMailedCodeEnablesItAndSigninsAskForOne() {
        ValidatableResponse started = ada.start(Map.of("type", "email", "label", "mailbox"))
                .statusCode(201)
                .body("factor.type", equalTo("email"))
                .body("factor.enabled", equalTo(false))
                .body("enrollment.email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"))
                .body("enrollment.code_expires_at", notNullValue());
        String id = started.extract().path("factor.id");
        ada.confirm(id, "000000")
                .statusCode(400)
                .body("errors.field", contains("code"))
                .body("errors.code", contains("WRONG_CODE"));

        ada.confirm(id, ada.mailed(1))
                .statusCode(200)
                .body("factor.enabled", equalTo(true))
                .body("factor.label", equalTo("mailbox"))
                .body("recovery_codes", hasSize(10));

        ada.renew();
        ada.confirm(id, ada.mailed(1)).statusCode(400);
        assertThat(ada.told("user.mfa.factor_enrolled")).isEqualTo(1);
        ValidatableResponse challenge = app.api()
                .signin(ada.user())
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("factors[0].type", equalTo("email"))
                .body("factors[0].email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"));
        String token = challenge.extract().path("mfa_token");
        mfa.verify(token, ada.mailed(1)).statusCode(401);
        ada.send(token, id)
                .statusCode(200)
                .body("email_masked", matchesPattern("a\\*\\*\\*.@e\\*\\*\\*e\\.com"))
                .body("code_expires_at", notNullValue());
        String code = ada.mailed(2);
        Tokens signedIn = Tokens.of(mfa.verify(token, code.substring(0, 3) + ' ' + code.substring(3)));
        assertThat(signedIn.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "email");
        assertThat(signedIn.accessJwt().claims()).containsKey("mfa_at");
        mfa.verify(token, code).statusCode(401);
    }

    @Test
    void givenAddressesThatDoNotDo_whenEnrolling_thenRefused() {
        String unverified = app.api()
                .addContact(ada.tokens().access(), "email", "second-" + ada.email())
                .statusCode(201)
                .extract()
                .path("id");
        ada.start(Map.of("type", "email", "contact_id", unverified))
                .statusCode(412)
                .body("code", equalTo("CONTACT_NOT_VERIFIED"));
        ada.start(Map.of("type", "email", "contact_id", UUID.randomUUID().toString()))
                .statusCode(404);
        ada.start(Map.of("type", "email", "contact_id", 7)).statusCode(400);
        ada.start(Map.of("type", "sms")).statusCode(400);
        ada.enrolled();
        ada.start(MailedUser.MAIL).statusCode(409);
    }

    @Test
    void givenWrongCodesWithoutEnd_whenEnrolling_thenTheRightOneIsTooLate() {
        String id = ada.startedId();
        String code = ada.mailed(1);
        for (int i = 0; i < 5; i++) {
            ada.confirm(id, "00000" + i).statusCode(400);
        }

        ada.confirm(id, code).statusCode(429);
    }

    @Test
    void givenAnAccountOfAnother_whenAnAdminMakesItsFactor_thenSigninsAskForItsCode() {
        String key = app.platform().key("user.update");
        ValidatableResponse made = app.api()
                .as(key, Method.POST, "/users/" + ada.tokens().userId() + "/factors", MailedUser.MAIL)
                .statusCode(201)
                .body("factor.enabled", equalTo(true))
                .body("enrollment.email_masked", notNullValue())
                .body("recovery_codes", hasSize(10));

        String token = ada.challenged();
        ada.send(token, made.extract().path("factor.id")).statusCode(200);

        mfa.verify(token, MailedFactors.code(ada.email(), 1)).statusCode(200);
    }

    @Test
    void givenOneAddress_whenTwoAdminsMakeItAFactorAtOnce_thenItIsOneFactor() {
        String key = app.platform().key("user.update");

        List<Integer> statuses = AtOnce.run(2, i -> app.api()
                .as(key, Method.POST, "/users/" + ada.tokens().userId() + "/factors", MailedUser.MAIL)
                .extract()
                .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        app.api().signin(ada.user()).body("factors", hasSize(1));
    }
}
