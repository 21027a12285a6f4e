/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.mail.MailServer;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Six digits withstand guessing because wrong ones are counted. */
class GuessingIT {

    private static final int ALLOWED_AT_ONCE = 10;
    private static final int ALLOWED_TO_AN_ACCOUNT = 20;

    @RegisterExtension
    static final App app =
            App.fresh().with("heimdall.notifications_enabled", "true").withRealm("smtpServer", MailServer.smtp());

    @Test
    void givenTooManyWrongCodes_whenTheRightOneComes_thenItHasToWaitToo() {
        try (App own = fresh()) {
            TestUser ada = TestUser.ada();
            own.api().signedUp(ada);
            String code = MailServer.first(ada.email()).code();
            for (int i = 0; i < ALLOWED_AT_ONCE; i++) {
                own.api().verifyContact(wrong(code, i)).statusCode(410);
            }

            Response refused =
                    own.api().verifyContact(code).statusCode(429).extract().response();

            assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 600);
            assertThat(refused.jsonPath().getInt("statusCode")).isEqualTo(429);
        }
    }

    @Test
    void givenABurstOfGuesses_whenTheyComeTogether_thenNoMoreThanAllowedAreLookedAt() {
        try (App own = fresh()) {
            List<Integer> statuses = AtOnce.run(40, i -> own.api()
                    .verifyContact(String.format("%06d", i))
                    .extract()
                    .statusCode());

            assertThat(statuses.stream().filter(status -> status == 410)).hasSizeLessThanOrEqualTo(ALLOWED_AT_ONCE);
            assertThat(statuses).allMatch(status -> status == 410 || status == 429);
        }
    }

    @Test
    void givenTooManyWrongVerificationCodes_whenResettingAPassword_thenThatGoesOn() {
        try (App own = fresh()) {
            for (int i = 0; i < ALLOWED_AT_ONCE; i++) {
                own.api().verifyContact(String.format("%06d", i)).statusCode(410);
            }
            own.api().verifyContact("000000").statusCode(429);

            own.api().resetPassword("000000", "AnotherHorseBattery").statusCode(410);
        }
    }

    @Test
    void givenTooManyWrongResetCodes_whenVerifying_thenThatGoesOn() {
        try (App own = fresh()) {
            TestUser ada = TestUser.ada();
            own.api().signedUp(ada);
            for (int i = 0; i < ALLOWED_AT_ONCE; i++) {
                own.api()
                        .resetPassword(String.format("%06d", i), "AnotherHorseBattery")
                        .statusCode(410);
            }
            own.api().resetPassword("000000", "AnotherHorseBattery").statusCode(429);

            own.api().verifyContact(MailServer.first(ada.email()).code()).statusCode(200);
        }
    }

    @Test
    void givenTooManyWrongCodesOfStrangers_whenTheAppsBackendSendsOneOn_thenThatGoesOn() {
        try (App own = fresh()) {
            TestUser ada = TestUser.ada();
            own.api().signedUp(ada);
            String code = MailServer.first(ada.email()).code();
            String key = own.platform().key("heimdall.signup.create");
            for (int i = 0; i < ALLOWED_AT_ONCE; i++) {
                own.api().verifyContact(wrong(code, i)).statusCode(410);
            }
            own.api().verifyContact(code).statusCode(429);
            verify(own, wrong(code, 0), key).statusCode(410);
            verify(own, code, app.platform().key("heimdall.signup.create")).statusCode(429);

            verify(own, code, key).statusCode(200);
        }
    }

    @Test
    void givenTooManyWrongCodesOfStrangers_whenSomeoneSignedInEntersTheirs_thenThatGoesOn() {
        try (App own = fresh()) {
            TestUser ada = TestUser.ada();
            Tokens tokens = own.api().signedUp(ada);
            String code = MailServer.first(ada.email()).code();
            for (int i = 0; i < ALLOWED_AT_ONCE; i++) {
                own.api().verifyContact(wrong(code, i)).statusCode(410);
            }
            own.api().verifyContact(code).statusCode(429);

            own.api().verifyContact(tokens.access(), code).statusCode(200);
        }
    }

    @Test
    void givenSomeoneSignedInWithTooManyWrongCodes_whenTheirRightOneComes_thenItHasToWaitAndOthersGoOn() {
        try (App own = fresh()) {
            TestUser ada = TestUser.ada();
            TestUser bob = TestUser.named("bob");
            Tokens ofAda = own.api().signedUp(ada);
            Tokens ofBob = own.api().signedUp(bob);
            String code = MailServer.first(ada.email()).code();
            String bobs = MailServer.first(bob.email()).code();
            for (int i = 0; i < ALLOWED_TO_AN_ACCOUNT; i++) {
                own.api().verifyContact(ofAda.access(), bobs).statusCode(410);
            }

            own.api().verifyContact(ofAda.access(), code).statusCode(429);
            own.api().verifyContact(ofBob.access(), bobs).statusCode(200);
        }
    }

    @Test
    void givenABackend_whenItSendsManyWrongCodesOn_thenItsAddressIsNotHeldAgainstIt() {
        try (App own = fresh()) {
            String key = own.platform().key("heimdall.signup.create");
            for (int i = 0; i < 2 * ALLOWED_AT_ONCE; i++) {
                verify(own, String.format("%06d", i), key).statusCode(410);
            }

            own.api().verifyContact("000000").statusCode(410);
        }
    }

    @Test
    void givenWhatIsNoCode_whenVerifying_thenGoneAndNotCounted() {
        for (int i = 0; i < 2 * ALLOWED_AT_ONCE; i++) {
            app.api().verifyContact("no code").statusCode(410);
        }
    }

    private static App fresh() {
        return App.fresh()
                .with("heimdall.notifications_enabled", "true")
                .withRealm("smtpServer", MailServer.smtp())
                .createOn(app.server());
    }

    private static ValidatableResponse verify(App own, String code, String key) {
        return own.api().as(key, Method.POST, "/auth/verify", Map.of("code", code));
    }

    private static String wrong(String code, int i) {
        return String.format("%06d", (Integer.parseInt(code) + 1 + i) % 1_000_000);
    }
}
