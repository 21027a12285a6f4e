/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What runs beside an ending does not outlive it. */
@OnOneDatabase
@Tag("long")
class EndingRacesIT {

    private static final String NEW_PASSWORD = "AnotherHorseBattery";
    private static final int SLOW_HASH = 10;

    /** With Keycloak's own hash, which leaves the time for a race. */
    @RegisterExtension
    static final App app = App.fresh()
            .withKeycloaksHash()
            .withRealm(OtpPolicy.wide())
            .with("heimdall.max_failed_login_attempts", "100");

    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final Tokens owner = app.api().signedUp(ada);

    @BeforeAll
    static void create() {
        backend = Backend.forCodes(app);
    }

    @RepeatedTest(4)
    void givenSigninsWithTheOldPassword_whenItIsChangedBesideThem_thenNoneOutlivesTheChange() {
        List<ValidatableResponse> answers = Staggered.run(i -> app.api().signin(ada), () -> app.api()
                .changePassword(owner.access(), ada.password(), NEW_PASSWORD)
                .statusCode(204));

        assertNoneIsIn(answers);
        app.api().me(owner.access()).statusCode(200);
        assertThat(app.realm().sessions(owner.userId()))
                .extracting(session -> session.get("id"))
                .containsExactly(owner.sessionId());
        app.api().refresh(owner.refresh()).statusCode(200);
    }

    @RepeatedTest(4)
    void givenSigninsWithTheOldPassword_whenItIsResetBesideThem_thenNoneOutlivesTheReset() {
        String code = resetCode();

        List<ValidatableResponse> answers = Staggered.run(
                i -> app.api().signin(ada),
                () -> app.api().resetPassword(code, NEW_PASSWORD).statusCode(204));

        assertNoneIsIn(answers);
        assertThat(app.realm().sessions(owner.userId())).isEmpty();
        app.api()
                .me(app.api().signedIn(ada.withPassword(NEW_PASSWORD)).access())
                .statusCode(200);
    }

    @RepeatedTest(4)
    void givenAChangeAndAResetAtOnce_whenBothAreAnswered_thenOnePasswordHolds() {
        String code = resetCode();
        List<String> wanted = List.of(NEW_PASSWORD, NEW_PASSWORD + "2", NEW_PASSWORD + "3");

        List<Integer> answers = AtOnce.run(3, i -> {
            ValidatableResponse answer = i == 0
                    ? app.api().resetPassword(code, wanted.get(0))
                    : app.api().changePassword(owner.access(), ada.password(), wanted.get(i));
            return answer.extract().statusCode();
        });

        assertThat(answers).allMatch(status -> status == 204 || status == 401).contains(204);
        assertThat(wanted.stream()
                        .filter(password -> app.api()
                                        .signin(ada.withPassword(password))
                                        .extract()
                                        .statusCode()
                                == 200))
                .hasSize(1);
        app.api().signin(ada).statusCode(401);
    }

    @RepeatedTest(15)
    void givenReadersOfASession_whenItIsRevokedBesideThem_thenNoneBringsItBack() {
        List<Integer> answers = AtOnce.run(3, i -> {
            ValidatableResponse answer =
                    switch (i) {
                        case 0 -> app.api().revokeSession(owner.access(), owner.sessionId());
                        case 1 -> app.api().refresh(owner.refresh());
                        default -> app.api().me(owner.access());
                    };
            return answer.extract().statusCode();
        });

        assertThat(answers).isSubsetOf(200, 204, 401);
        app.api().me(owner.access()).statusCode(401);
        app.api().refresh(owner.refresh()).statusCode(401);
    }

    @RepeatedTest(3)
    void givenAPasswordThatSigninsHashAnew_whenItIsResetBesideThem_thenTheNewOneHolds(RepetitionInfo time) {
        String code = resetCode();
        app.realm()
                .update(Map.of("passwordPolicy", "hashIterations(" + (SLOW_HASH + time.getCurrentRepetition()) + ")"));

        List<ValidatableResponse> answers = Staggered.run(
                i -> app.api().signin(ada),
                () -> app.api().resetPassword(code, NEW_PASSWORD).statusCode(204));

        assertNoneIsIn(answers);
        app.api().signin(ada).statusCode(401);
        app.api().signin(ada.withPassword(NEW_PASSWORD)).statusCode(200);
    }

    @RepeatedTest(2)
    void givenSigninsBesideASuspension_whenTheAccountIsLetInAgain_thenNoneIsIn() {
        List<ValidatableResponse> answers = Staggered.run(i -> app.api().signin(ada), () -> status("suspended"));

        status("active");

        assertNoneIsIn(answers);
    }

    @RepeatedTest(2)
    void givenRefreshesBesideAPasswordChange_whenBothAreDone_thenTheSessionsAreOver() {
        List<Tokens> others = Stream.generate(() -> app.api().signedIn(ada))
                .limit(Staggered.REQUESTS)
                .toList();

        List<ValidatableResponse> answers =
                Staggered.run(i -> app.api().refresh(others.get(i).refresh()), () -> app.api()
                        .changePassword(owner.access(), ada.password(), NEW_PASSWORD)
                        .statusCode(204));

        assertNoneIsIn(answers);
        others.forEach(each -> app.api().me(each.access()).statusCode(401));
        app.api().me(owner.access()).statusCode(200);
    }

    @RepeatedTest(4)
    void givenAFactorConfirmedBesideAReset_whenItIsEnabled_thenItWasThereBeforeTheNewPassword() {
        MfaApi mfa = new MfaApi(app.api());
        ValidatableResponse started = mfa.enrol(owner.access(), "phone").statusCode(201);
        AuthenticatorApp phone = new AuthenticatorApp(started.extract().path("enrollment.secret"));
        String factor = started.extract().path("factor.id");
        String code = resetCode();

        List<ValidatableResponse> answers = Staggered.run(
                i -> mfa.confirm(owner.access(), factor, phone.code(-4), phone.code(-3)),
                () -> app.api().resetPassword(code, NEW_PASSWORD).statusCode(204));

        boolean enabled = answers.stream().anyMatch(answer -> answer.extract().statusCode() == 200);
        assertThat(createdAt("otp").isEmpty()).isEqualTo(!enabled);
        assertThat(createdAt("otp")).allSatisfy(at -> assertThat(at)
                .isLessThanOrEqualTo(createdAt("password").get(0)));
    }

    private List<Long> createdAt(String type) {
        return app.realm().list("/users/" + owner.userId() + "/credentials").stream()
                .filter(credential -> credential.get("type").equals(type))
                .map(credential -> ((Number) credential.get("createdDate")).longValue())
                .toList();
    }

    private static void assertNoneIsIn(List<ValidatableResponse> answers) {
        for (ValidatableResponse answer : answers) {
            assertThat(answer.extract().statusCode()).isIn(200, 401);
            if (answer.extract().statusCode() == 200) {
                Tokens tokens = Tokens.of(answer);
                app.api().me(tokens.access()).statusCode(401);
                app.api().refresh(tokens.refresh()).statusCode(401);
            }
        }
    }

    private void status(String word) {
        app.platform()
                .as(Method.PATCH, "/end-users/" + owner.userId() + "/status", Map.of("status", word))
                .statusCode(200);
    }

    private String resetCode() {
        String code = backend.requestVerification(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
        // By the owner's own bearer: what an account got before a stranger proved its mailbox goes with the first
        // reset.
        app.api().verifyContact(owner.access(), code).statusCode(200);
        return backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }
}
