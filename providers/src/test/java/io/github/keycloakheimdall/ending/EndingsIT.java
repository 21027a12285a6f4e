/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtherClient;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends an account's logins ends all of them, whichever door it comes through. */
class EndingsIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private static final String NEW_PASSWORD = "AnotherHorseBattery";

    private static OtherClient shop;
    private static Backend backend;
    private static MfaApi mfa;

    private final TestUser ada = TestUser.ada();
    private Tokens phone;
    private Tokens laptop;

    /** What somebody does that ends an account's logins. */
    enum Ending {
        CHANGE_PASSWORD,
        RESET_PASSWORD,
        SUSPEND,
        DEACTIVATE,
        REVOKE_ALL,
        BULK_REVOKE
    }

    /** What an admin does at Keycloak's own door. */
    enum KeycloaksEnding {
        SET_PASSWORD,
        REMOVE_PASSWORD,
        LOGOUT
    }

    @BeforeAll
    static void create() {
        shop = OtherClient.in(app);
        backend = Backend.forCodes(app);
        mfa = new MfaApi(app.api());
    }

    @BeforeEach
    void signUp() {
        phone = app.api().signedUp(ada);
        laptop = app.api().signedIn(ada);
        backend.verify(Map.of("email", ada.email()));
        // Keycloak's own pages ask for what the profile lacks.
        app.realm().updateUser(phone.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void givenLoginsOfAllKinds_whenTheyEnd_thenNoneIsLeft(Ending ending) {
        String online = shop.refreshToken(ada);
        String offline = shop.offlineToken(ada);
        Browser browser = new Browser();
        await().untilAsserted(() -> {
            browser.submit(browser.login(app), Map.of("username", ada.username(), "password", ada.password()));
            assertThat(browser.login(app).statusCode()).isEqualTo(302);
        });

        end(ending);

        assertOver(phone);
        shop.refresh(online).statusCode(400);
        shop.refresh(offline).statusCode(400);
        assertThat(browser.login(app).statusCode()).isEqualTo(200);
        assertThat(app.realm().sessions(phone.userId()))
                .extracting(session -> session.get("id"))
                .isSubsetOf(laptop.sessionId());
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void givenABearerThatLoggedOut_whenTheLoginsEnd_thenItIsRefused(Ending ending) {
        app.api().logout(phone.refresh()).statusCode(204);
        app.api().me(phone.access()).statusCode(200);

        end(ending);

        app.api().me(phone.access()).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(KeycloaksEnding.class)
    void givenABearerThatLoggedOut_whenTheLoginsEndInTheConsole_thenItIsRefused(KeycloaksEnding ending) {
        app.api().logout(phone.refresh()).statusCode(204);

        end(ending);

        app.api().me(phone.access()).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(KeycloaksEnding.class)
    void givenSessions_whenTheLoginsEndInTheConsole_thenTheyAreOver(KeycloaksEnding ending) {
        end(ending);

        assertOver(phone);
        assertOver(laptop);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void givenAnOpenChallenge_whenTheLoginsEnd_thenItIsVoid(Ending ending) {
        Enrolled factor = mfa.enrolled(laptop.access(), "phone");
        String challenge = mfa.challenged(ada);
        String other = mfa.challenged(ada);

        end(ending);
        letIn();

        mfa.verify(challenge, factor.phone().code(0)).statusCode(401);
        mfa.recover(other, factor.recoveryCodes().get(0)).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(KeycloaksEnding.class)
    void givenAnOpenChallenge_whenTheLoginsEndInTheConsole_thenItIsVoid(KeycloaksEnding ending) {
        Enrolled factor = mfa.enrolled(laptop.access(), "phone");
        String challenge = mfa.challenged(ada);

        end(ending);

        mfa.verify(challenge, factor.phone().code(0)).statusCode(401);
    }

    /** Not of all endings: wrong codes are counted. */
    @ParameterizedTest
    @EnumSource(names = {"CHANGE_PASSWORD", "RESET_PASSWORD", "SUSPEND", "REVOKE_ALL"})
    void givenOutstandingCodes_whenTheLoginsEnd_thenTheyAreGone(Ending ending) {
        String planted = TestUser.named("planted").email();
        app.api().addContact(phone.access(), "email", planted).statusCode(201);
        String verification = backend.requestVerification(Map.of("email", planted))
                .statusCode(201)
                .extract()
                .path("code");
        String reset = ending == Ending.RESET_PASSWORD ? null : resetCode();

        end(ending);
        letIn();

        app.api().verifyContact(verification).statusCode(410);
        // What nobody verified goes as well: a code for it would come later.
        backend.requestVerification(Map.of("email", planted)).statusCode(201).body("", anEmptyMap());
        if (reset != null) {
            app.api().resetPassword(reset, "AThirdHorseBattery").statusCode(410);
        }
    }

    @Test
    void givenAPasswordChange_whenTheCallerGoesOn_thenTheirSessionLivesWithBothTokens() {
        end(Ending.CHANGE_PASSWORD);

        app.api().me(laptop.access()).statusCode(200);
        app.api().sessions(laptop.access()).statusCode(200);
        Tokens fresh = Tokens.of(app.api().refresh(laptop.refresh()));
        app.api().me(fresh.access()).statusCode(200);
        app.api().me(laptop.access()).statusCode(200);
        app.api().logout(fresh.refresh()).statusCode(204);
        app.api().me(fresh.access()).statusCode(200);
    }

    @Test
    void givenTwoPasswordChangesInARow_whenTheCallerGoesOn_thenTheirSessionLives() {
        end(Ending.CHANGE_PASSWORD);
        Tokens other = app.api().signedIn(ada.withPassword(NEW_PASSWORD));

        app.api()
                .changePassword(laptop.access(), NEW_PASSWORD, "AThirdHorseBattery")
                .statusCode(204);

        assertOver(other);
        app.api().refresh(laptop.refresh()).statusCode(200);
    }

    @Test
    void givenEndingsInARow_whenSigningInBetween_thenEachEndsWhatWasBeforeAndNothingAfter() {
        Tokens before = laptop;
        for (int i = 0; i < 4; i++) {
            end(Ending.REVOKE_ALL);
            assertOver(before);
            before = app.api().signedIn(ada);
            app.api().me(before.access()).statusCode(200);
            before = Tokens.of(app.api().refresh(before.refresh()));
            app.api().logout(before.refresh()).statusCode(204);
            app.api().me(before.access()).statusCode(200);
        }
    }

    @Test
    void givenAnAccountLetInAgain_whenUsingTokensFromBefore_thenRefused() {
        end(Ending.SUSPEND);
        letIn();

        assertOver(phone);
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenChangesThatEndNothing_whenUsingTheTokens_thenTheyHold() {
        app.realm().updateUser(phone.userId(), Map.of("lastName", "King"));
        app.realm().giveRole(phone.userId(), "admin");
        app.api().patchMe(phone.access(), Map.of("display_name", "Countess")).statusCode(200);
        app.api().logout(laptop.refresh()).statusCode(204);

        app.api().me(laptop.access()).statusCode(200);
        app.api().refresh(phone.refresh()).statusCode(200);
    }

    @Test
    void givenAPasswordHashedAnewAtASignin_whenUsingOlderTokens_thenTheyHold() {
        try (App other = App.fresh().createOn(app.server())) {
            Tokens first = other.api().signedUp(ada);
            other.realm().update(Map.of("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(2)"));
            other.api().signedIn(ada);

            other.api().me(first.access()).statusCode(200);
            other.api().refresh(first.refresh()).statusCode(200);
        }
    }

    private void end(Ending ending) {
        String user = "/end-users/" + phone.userId();
        switch (ending) {
            case CHANGE_PASSWORD ->
                app.api()
                        .changePassword(laptop.access(), ada.password(), NEW_PASSWORD)
                        .statusCode(204);
            case RESET_PASSWORD ->
                app.api().resetPassword(resetCode(), NEW_PASSWORD).statusCode(204);
            case SUSPEND -> status("suspended");
            case DEACTIVATE -> status("deactivated");
            case REVOKE_ALL ->
                app.platform()
                        .as(Method.POST, user + "/sessions/revoke-all", null)
                        .statusCode(204);
            case BULK_REVOKE ->
                app.platform()
                        .as(
                                Method.POST,
                                "/end-users/bulk-revoke-sessions",
                                Map.of("selection", Map.of("mode", "ids", "ids", List.of(phone.userId()))))
                        .statusCode(200);
        }
    }

    private void end(KeycloaksEnding ending) {
        String user = "/users/" + phone.userId();
        switch (ending) {
            case SET_PASSWORD ->
                app.realm()
                        .call(Method.PUT, user + "/reset-password", Map.of("type", "password", "value", NEW_PASSWORD));
            case REMOVE_PASSWORD -> {
                Object id = app.realm().list(user + "/credentials").stream()
                        .filter(credential -> credential.get("type").equals("password"))
                        .findFirst()
                        .orElseThrow()
                        .get("id");
                app.realm().call(Method.DELETE, user + "/credentials/" + id, null);
            }
            case LOGOUT -> app.realm().logoutUser(phone.userId());
        }
    }

    /** Whatever the ending was, the account is active again. */
    private void letIn() {
        status("active");
    }

    private void status(String word) {
        app.platform()
                .as(Method.PATCH, "/end-users/" + phone.userId() + "/status", Map.of("status", word))
                .statusCode(200);
    }

    private String resetCode() {
        return backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static void assertOver(Tokens tokens) {
        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
        assertThat(app.api().verify(tokens.access()).extract().<Boolean>path("valid"))
                .isFalse();
    }
}
