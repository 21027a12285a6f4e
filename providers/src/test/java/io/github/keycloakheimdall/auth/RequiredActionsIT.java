/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.StoredPassword;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.client.UserProfile;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has something to do first gets no tokens, as at Keycloak's own direct grant. */
@OnOneDatabase
class RequiredActionsIT {

    private static final String CHANGED = "CorrectHorseBatteryStaple2";
    private static final String REFUSAL = "{\"statusCode\":401,\"message\":\"Invalid credentials\"}";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private final TestUser ada = TestUser.ada();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIGURE_TOTP",
                "VERIFY_EMAIL",
                "TERMS_AND_CONDITIONS",
                "UPDATE_PROFILE",
                "UPDATE_PASSWORD",
                "UPDATE_EMAIL",
                "webauthn-register",
                "webauthn-register-passwordless",
                "CONFIGURE_RECOVERY_AUTHN_CODES"
            })
    void givenAnActionOfTheUser_whenSigningInAndRefreshing_thenToldAfterARightPasswordOnly(String action) {
        Tokens before = app.api().signedUp(ada);
        require(before.userId(), action);

        held(app.api().signin(ada), action);
        held(app.api().refresh(before.refresh()), action);
        app.api().signin(ada.username(), "wrong").statusCode(401).body(equalTo(REFUSAL));
        app.api().me(before.access()).statusCode(200);
        assertThat(app.realm().sessions(before.userId())).hasSize(1);
        assertThat(actionsOf(before.userId())).containsExactly(action);

        require(before.userId());
        app.api().signin(ada).statusCode(200);
        app.api().refresh(before.refresh()).statusCode(200);
    }

    @Test
    void givenSeveralActions_whenSigningIn_thenAllAreNamedAndTheEventTellsIt() {
        Tokens before = app.api().signedUp(ada);
        require(before.userId(), "UPDATE_PROFILE", "VERIFY_EMAIL");
        app.realm().update(Map.of("eventsEnabled", true));

        app.api()
                .signin(ada)
                .statusCode(403)
                .body("code", equalTo("ACTION_REQUIRED"))
                .body("message", notNullValue())
                .body("actions", containsInAnyOrder("UPDATE_PROFILE", "VERIFY_EMAIL"));

        assertThat(app.realm().events("LOGIN_ERROR")).anySatisfy(event -> assertThat(event)
                .containsEntry("error", "resolve_required_actions")
                .containsEntry("userId", before.userId()));
    }

    @Test
    void givenALockedUser_whenSigningIn_thenTheActionIsNotTold() {
        Tokens before = app.api().signedUp(ada);
        require(before.userId(), "UPDATE_PASSWORD");
        for (int i = 0; i < 5; i++) {
            app.api().signin(ada.username(), "wrong-" + i).statusCode(401);
        }

        app.api().signin(ada).statusCode(401).body(equalTo(REFUSAL));
    }

    @Test
    void givenAnOldPassword_whenThePolicyLetsItExpire_thenHeldUntilAResetSetsAnother() {
        try (App strict = App.fresh()
                .withRealm(
                        "passwordPolicy",
                        "hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and forceExpiredPasswordChange(1)")
                .createOn(app.server())) {
            TestUser grace = TestUser.named("grace");
            Map<String, Object> json = new HashMap<>(Map.of(
                    "username",
                    grace.username(),
                    "email",
                    grace.email(),
                    "emailVerified",
                    true,
                    "enabled",
                    true,
                    "credentials",
                    List.of(StoredPassword.setOnFirstOfJanuary2020(grace.password()))));
            strict.realm().call(Method.POST, "/users", json);

            held(strict.api().signin(grace), "UPDATE_PASSWORD");

            reset(strict, grace, CHANGED);
            strict.api().signin(grace.withPassword(CHANGED)).statusCode(200);
        }
    }

    @Test
    void givenATemporaryPassword_whenChangedByItsOwner_thenSigninGoesOn() {
        Tokens before = app.api().signedUp(ada);
        require(before.userId(), "UPDATE_PASSWORD");

        app.api().changePassword(before.access(), ada.password(), CHANGED).statusCode(204);

        assertThat(actionsOf(before.userId())).isEmpty();
        app.api().signin(ada.withPassword(CHANGED)).statusCode(200);
    }

    @Test
    void givenATemporaryPassword_whenReset_thenSigninGoesOn() {
        Tokens before = app.api().signedUp(ada);
        Backend.forCodes(app).verify(Map.of("email", ada.email()));
        require(before.userId(), "UPDATE_PASSWORD");

        reset(app, ada, CHANGED);

        app.api().signin(ada.withPassword(CHANGED)).statusCode(200);
    }

    @Test
    void givenAnUnverifiedEmail_whenTheRealmAsksForIt_thenACodeLetsIn() {
        try (App strict = App.fresh().createOn(app.server())) {
            Tokens before = strict.api().signedUp(ada);
            strict.realm().update(Map.of("verifyEmail", true));

            held(strict.api().signin(ada), "VERIFY_EMAIL");
            held(strict.api().refresh(before.refresh()), "VERIFY_EMAIL");
            assertThat(strict.realm().user(ada.username()).get("requiredActions"))
                    .isEqualTo(List.of());

            Backend.forCodes(strict).verify(Map.of("email", ada.email()));
            strict.api().signin(ada).statusCode(200);
            strict.api().refresh(before.refresh()).statusCode(200);
        }
    }

    @Test
    void givenARealmThatAsksForTheEmail_whenSigningUp_thenAnAccountButNoTokensUntilACodeVerifiesIt() {
        try (App strict = App.fresh().withRealm("verifyEmail", true).createOn(app.server())) {
            held(strict.api().signup(ada), "VERIFY_EMAIL");

            strict.api().signup(ada).statusCode(409);
            String id = (String) strict.realm().user(ada.username()).get("id");
            assertThat(strict.realm().sessions(id)).isEmpty();
            Backend.forCodes(strict).verify(Map.of("email", ada.email()));
            String bearer = strict.api().signedIn(ada).access();
            strict.api().me(bearer).body("role", equalTo("member")).body("displayName", equalTo("Ada Lovelace"));
        }
    }

    @Test
    void givenARealmThatAsksForTheEmail_whenAWrongSignupComes_thenNothingIsMade() {
        try (App strict = App.fresh().withRealm("verifyEmail", true).createOn(app.server())) {
            strict.api().signup(ada.withPassword("short")).statusCode(400);
            strict.api().signup(ada.withEmail("not-an-email")).statusCode(400);

            assertThat(strict.realm().list("/users")).isEmpty();
        }
    }

    @Test
    void givenADefaultAction_whenSigningUpAndAcceptingAnInvite_thenTheAccountsAreHeld() {
        try (App terms = App.fresh().createOn(app.server())) {
            makeDefault(terms, "TERMS_AND_CONDITIONS");
            held(terms.api().signup(ada), "TERMS_AND_CONDITIONS");
            TestUser bob = TestUser.named("bob");
            String code = terms.admin()
                    .succeed(
                            Method.POST,
                            "/v1/apps/" + terms.slug() + "/end-users/invites",
                            Map.of("email", bob.email()))
                    .path("code");

            Map<String, String> accepted = Map.of("code", code, "username", bob.username(), "password", bob.password());
            held(accept(terms, accepted), "TERMS_AND_CONDITIONS");

            String id = (String) terms.realm().user(bob.username()).get("id");
            terms.realm().updateUser(id, Map.of("requiredActions", List.of()));
            terms.api().signin(bob.email(), bob.password()).statusCode(200);
            accept(terms, accepted).statusCode(410);
        }
    }

    @Test
    void givenAnActionAddedSinceTheChallenge_whenTheCodeIsRight_thenHeld() {
        MfaApi mfa = new MfaApi(app.api());
        Tokens before = app.api().signedUp(ada);
        Enrolled factor = mfa.enrolled(before.access(), "phone");
        String challenge = mfa.challenged(ada);
        require(before.userId(), "UPDATE_PROFILE");

        mfa.verify(challenge, "000000").statusCode(401).body("actions", nullValue());
        held(mfa.verify(challenge, factor.phone().code(0)), "UPDATE_PROFILE");
    }

    @Test
    void givenAnAction_whenSigningInToATenantOrEnteringOne_thenHeld() {
        Tokens before = app.api().signedUp(ada);
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "A tenant"))
                .statusCode(201)
                .extract()
                .path("id");
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", before.userId(), "role_name", "member"))
                .statusCode(201);
        require(before.userId(), "UPDATE_PROFILE");

        held(
                app.api().as(before.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant)),
                "UPDATE_PROFILE");
        Map<String, String> signin =
                Map.of("identifier", ada.username(), "password", ada.password(), "tenant_id", tenant);
        held(app.api().request(Method.POST, "/auth/signin", signin, Map.of()).then(), "UPDATE_PROFILE");
    }

    @Test
    void givenTheActionToSetUpAPhone_whenASessionThatLivesEnrolsOne_thenItIsDone() {
        MfaApi mfa = new MfaApi(app.api());
        Tokens before = app.api().signedUp(ada);
        require(before.userId(), "CONFIGURE_TOTP");

        Enrolled factor = mfa.enrolled(before.access(), "phone");

        mfa.verify(mfa.challenged(ada), factor.phone().code(0)).statusCode(200);
    }

    @Test
    void givenAProfileThatLacksWhatTheRealmRequiresOfUsers_whenSigningIn_thenHeldButNotForNames() {
        try (App profiled = App.fresh().createOn(app.server())) {
            Tokens before = profiled.api().signedUp(ada);
            profiled.api().signin(ada).statusCode(200);
            UserProfile.of(profiled).require("department", "user");

            held(profiled.api().signin(ada), "VERIFY_PROFILE");
            profiled.realm()
                    .updateUser(before.userId(), Map.of("attributes", Map.of("department", List.of("engines"))));
            profiled.api().signin(ada).statusCode(200);
        }
    }

    private static void held(ValidatableResponse answer, String action) {
        answer.statusCode(403)
                .body("statusCode", equalTo(403))
                .body("code", equalTo("ACTION_REQUIRED"))
                .body("actions", equalTo(List.of(action)))
                .body("access_token", nullValue());
    }

    private static ValidatableResponse accept(App at, Map<String, String> body) {
        return at.api()
                .request(Method.POST, "/auth/accept-invite", body, Map.of())
                .then();
    }

    private static void reset(App at, TestUser user, String password) {
        String code = Backend.forCodes(at)
                .requestPasswordReset(Map.of("email", user.email()))
                .statusCode(201)
                .extract()
                .path("code");
        at.api().resetPassword(code, password).statusCode(204);
    }

    private static void require(String userId, String... actions) {
        app.realm().updateUser(userId, Map.of("requiredActions", List.of(actions)));
    }

    private static List<String> actionsOf(String userId) {
        return app.realm()
                .call(Method.GET, "/users/" + userId, null)
                .jsonPath()
                .getList("requiredActions", String.class);
    }

    private static void makeDefault(App at, String action) {
        String path = "/authentication/required-actions/" + action;
        Map<String, Object> json =
                new HashMap<>(at.realm().call(Method.GET, path, null).jsonPath().getMap("$"));
        json.put("enabled", true);
        json.put("defaultAction", true);
        at.realm().call(Method.PUT, path, json);
    }
}
