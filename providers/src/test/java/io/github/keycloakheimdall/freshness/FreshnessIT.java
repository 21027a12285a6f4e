/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.KnownKey;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.MfaApi.Enrolled;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes how one gets in asks for a recent proof. The realm signs with a key that this test knows. */
@OnOneDatabase
class FreshnessIT {

    private static final String MAX_AGE = "heimdall.sensitive_max_age_seconds";
    private static final String STEP_UP = "STEP_UP_REQUIRED";
    private static final String SIGN_IN = "REAUTHENTICATION_REQUIRED";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private static KnownKey key;
    private static Backend backend;

    private final TestUser ada = TestUser.ada();
    private final MfaApi mfa = new MfaApi(app.api());
    private Tokens tokens;
    private String contact;

    @BeforeAll
    static void giveTheRealmAKnownKey() {
        key = KnownKey.of(app.realm());
        backend = Backend.forCodes(app);
    }

    @BeforeEach
    void signUpWithTwoVerifiedEmails() {
        tokens = app.api().signedUp(ada);
        backend.verify(Map.of("email", ada.email()));
        String second = TestUser.named("second").email();
        app.api().addContact(tokens.access(), "email", second).statusCode(201);
        contact = backend.verify(Map.of("email", second));
    }

    @AfterEach
    void switchOff() {
        app.set(MAX_AGE, "0");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 905, -300})
    void givenAFactorThatWasNotProvedOfLate_whenChangingHowOneGetsIn_thenForbiddenAndNothingChanges(int age) {
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        List<Deed> deeds = deeds(factor.id(), provedAgo(0));

        refused(deeds, provedAgo(age), 403, STEP_UP);
    }

    @Test
    void givenAFactorThatWasProvedOfLate_whenChangingHowOneGetsIn_thenDone() {
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        List<Deed> deeds = deeds(factor.id(), provedAgo(0));

        done(deeds, provedAgo(890));
    }

    @Test
    void givenAStepUp_whenTheTokensAreRefreshed_thenTheNewBearerIsFreshAndTheOldOneIsNot() {
        Tokens old = app.api().signedIn(ada);
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        Tokens unproved = Tokens.of(app.api().refresh(old.refresh()));
        mfa.regenerate(unproved.access()).statusCode(403).body("code", equalTo(STEP_UP));
        mfa.stepUp(unproved.access(), factor.phone().code(0)).statusCode(200);

        Tokens next = Tokens.of(app.api().refresh(unproved.refresh()));

        mfa.regenerate(unproved.access()).statusCode(403).body("code", equalTo(STEP_UP));
        mfa.regenerate(next.access()).statusCode(200);
    }

    @Test
    void givenAStepUpThatTheBearerDoesNotTellOf_whenEnteringATenant_thenForbiddenUntilTheTokensAreRefreshed() {
        Tokens old = app.api().signedIn(ada);
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        String tenant = tenantOf(tokens);
        mfa.stepUp(old.access(), factor.phone().code(0)).statusCode(200);

        enter(tenant, old).statusCode(403).body("code", equalTo(STEP_UP));

        enter(tenant, Tokens.of(app.api().refresh(old.refresh()))).statusCode(200);
    }

    private static String tenantOf(Tokens member) {
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Fresh"))
                .extract()
                .path("id");
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", member.userId(), "role_name", "owner"))
                .statusCode(201);
        return tenant;
    }

    private static ValidatableResponse enter(String tenant, Tokens who) {
        return app.api().as(who.access(), Method.POST, "/auth/switch-tenant", Map.of("tenant_id", tenant));
    }

    @Test
    void givenAConfirmedFactor_whenTheTokensAreRefreshed_thenItCountsAsProved() {
        mfa.enrolled(tokens.access(), "phone");

        Tokens next = Tokens.of(app.api().refresh(tokens.refresh()));

        assertThat(next.accessJwt().<List<String>>claim("amr")).containsExactly("pwd", "totp");
        mfa.regenerate(next.access()).statusCode(200);
    }

    @Test
    void givenASigninWithACode_whenChangingHowOneGetsIn_thenDone() {
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        Tokens fresh = Tokens.of(mfa.verify(mfa.challenged(ada), factor.phone().code(0)));

        done(deeds(factor.id(), fresh.access()), fresh.access());
    }

    @Test
    void givenASecurityKeyThatThisApiCannotAskFor_whenChangingHowOneGetsIn_thenForbidden() {
        app.realm().updateUser(tokens.userId(), Map.of("credentials", List.of(securityKey())));

        refused(deeds("none", null), tokens.access(), 403, STEP_UP);
    }

    @Test
    void givenASigninLongAgo_whenChangingHowOneGetsIn_thenForbiddenAndOnlyASigninHelps() {
        List<Deed> deeds = deeds("none", tokens.access());
        app.set(MAX_AGE, "1");
        await().until(() ->
                app.api().deleteContact(tokens.access(), "none").extract().statusCode() == 403);

        refused(deeds, tokens.access(), 403, SIGN_IN);
        refused(deeds, Tokens.of(app.api().refresh(tokens.refresh())).access(), 403, SIGN_IN);

        app.set(MAX_AGE, "600");
        Tokens again = app.api().signedIn(ada);
        done(deeds.subList(0, Deed.WITHOUT_FACTOR), again.access());
    }

    @Test
    void givenASigninLongAgoAndAFactorJustProved_whenChangingHowOneGetsIn_thenForbidden() {
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        List<Deed> deeds = deeds(factor.id(), provedAgo(0));
        app.set(MAX_AGE, "1");
        await().until(() -> mfa.disable(provedAgo(0), "none").extract().statusCode() == 403);

        refused(deeds, provedAgo(0), 403, SIGN_IN);
    }

    @Test
    void givenNoFactorAndTheDefault_whenChangingHowOneGetsInWithABearerWithoutAProof_thenDone() {
        List<Deed> deeds = deeds("none", tokens.access());

        done(deeds.subList(0, Deed.WITHOUT_FACTOR), tokens.access());
    }

    @Test
    void givenALoggedOutBearer_whenChangingHowOneGetsIn_then401ThoughItStillReads() {
        List<Deed> deeds = deeds("none", tokens.access());
        app.api().logout(tokens.refresh()).statusCode(204);

        refused(deeds, tokens.access(), 401, null);
        app.api()
                .changePassword(tokens.access(), ada.password(), "AnotherHorseBattery")
                .statusCode(401);
        app.api().signedIn(ada);
    }

    @Test
    void givenAnAdminOfTheAppWhoProvedNothingOfLate_whenChangingHowSomeoneGetsIn_thenForbidden() {
        app.realm().giveRole(tokens.userId(), "owner");
        Enrolled factor = mfa.enrolled(tokens.access(), "phone");
        Tokens eve = app.api().signedUp(TestUser.named("eve"));

        for (String user : List.of(tokens.userId(), eve.userId())) {
            List<Deed> deeds = List.of(
                    new Deed(Method.POST, "/users/" + user + "/factors", Map.of("type", "totp")),
                    new Deed(Method.DELETE, "/users/" + user + "/factors/" + factor.id(), null),
                    new Deed(Method.PATCH, "/admin/users/" + user, Map.of("email", "thief@example.com")),
                    new Deed(Method.DELETE, "/admin/users/" + user, null));
            refused(deeds, tokens.access(), 403, STEP_UP);
        }
        new Deed(Method.PATCH, "/admin/users/" + eve.userId(), Map.of("display_name", "Eve"))
                .by(app.api(), tokens.access())
                .statusCode(200);
        new Deed(Method.DELETE, "/admin/users/" + eve.userId(), null)
                .by(app.api(), provedAgo(0))
                .statusCode(204);
    }

    @Test
    void givenABackendOrAMachine_whenChangingFactorsOfSomeone_thenNoFreshnessIsAsked() {
        app.set(MAX_AGE, "1");
        String path = "/users/" + tokens.userId() + "/factors";
        String machine = app.api().machineToken(app.platform().machine("user.update"));

        new Deed(Method.POST, path, Map.of("type", "totp", "label", "a"))
                .by(app.api(), app.platform().key("user.update"))
                .statusCode(201);
        new Deed(Method.POST, path, Map.of("type", "totp", "label", "b"))
                .by(app.api(), machine)
                .statusCode(201);
    }

    /** The deeds, with an enrolment that waits. */
    private List<Deed> deeds(String factorId, String fresh) {
        if (fresh == null) {
            return Deed.all(contact, factorId, "none", List.of("000000", "000001"));
        }
        ValidatableResponse started = mfa.enrol(fresh, "tablet").statusCode(201);
        AuthenticatorApp tablet = new AuthenticatorApp(started.extract().path("enrollment.secret"));
        return Deed.all(
                contact, factorId, started.extract().path("factor.id"), List.of(tablet.code(-1), tablet.code(0)));
    }

    private void refused(List<Deed> deeds, String bearer, int status, String code) {
        String before = account();
        for (Deed deed : deeds) {
            deed.by(app.api(), bearer).statusCode(status).body("code", equalTo(code));
        }
        assertThat(account()).isEqualTo(before);
    }

    private void done(List<Deed> deeds, String bearer) {
        for (Deed deed : deeds) {
            deed.by(app.api(), bearer).statusCode(oneOf(200, 201, 204));
        }
    }

    /** What the admin sees of the account, its contacts and its credentials. */
    private String account() {
        String id = tokens.userId();
        return app.realm().user(ada.username())
                + app.platform()
                        .as(Method.GET, "/end-users/" + id + "/contacts", null)
                        .extract()
                        .asString()
                + app.realm().list("/users/" + id + "/credentials");
    }

    /** The bearer, as if its factor was proved that many seconds ago; not at all for the largest number. */
    private String provedAgo(int seconds) {
        Long at = seconds == Integer.MAX_VALUE ? null : Instant.now().getEpochSecond() - seconds;
        return key.resigned(tokens.access(), Collections.singletonMap("mfa_at", at));
    }

    private static Map<String, Object> securityKey() {
        return Map.of(
                "type", "webauthn",
                "userLabel", "key",
                "secretData", "{}",
                "credentialData", "{\"aaguid\":\"0\",\"credentialId\":\"AA\",\"counter\":0}");
    }
}
