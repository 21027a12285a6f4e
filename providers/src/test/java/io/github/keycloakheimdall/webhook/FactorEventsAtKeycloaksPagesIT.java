/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.AuthenticatorApp;
import io.github.keycloakheimdall.client.Browser;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Second factors that come, go and are used at Keycloak's own pages. */
class FactorEventsAtKeycloaksPagesIT {

    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final String FLOW = "with recovery codes";

    @RegisterExtension
    static final App app = App.fresh().withRealm(OtpPolicy.wide());

    private final Receiver receiver = new Receiver();
    private final TestUser ada = TestUser.ada();
    private final Browser browser = new Browser();
    private String account;
    private String bearer;

    @BeforeEach
    void signUp() {
        var tokens = app.api().signedUp(ada);
        account = tokens.userId();
        bearer = tokens.access();
        app.realm().updateUser(account, Map.of("firstName", "Ada", "lastName", "Lovelace"));
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);
    }

    @AfterEach
    void close() {
        new Hook(app).call(Method.DELETE, "").statusCode(204);
        receiver.close();
    }

    @Test
    void givenAnAdminWhoAsksForIt_whenSettingAnAuthenticatorUpAtTheLoginPage_thenBothAreTold() {
        app.realm().updateUser(account, Map.of("requiredActions", List.of("CONFIGURE_TOTP")));
        Response page = browser.follow(password(browser.login(app)));
        String secret = found(SECRET, page);
        String phone = new Base32().encodeToString(secret.getBytes(UTF_8));

        Response done = browser.submit(
                page, Map.of("totp", new AuthenticatorApp(phone).code(0), "totpSecret", secret, "userLabel", "phone"));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        Told.exactly(app, receiver, "user.mfa.enrollment_required", "user.mfa.factor_enrolled", "user.signin");
        assertThat(receiver.of("user.mfa.factor_enrolled").get(0).json().getString("data.factor_type"))
                .isEqualTo("totp");
    }

    @Test
    void givenAnAuthenticator_whenItIsRemovedAtTheAccountConsole_thenThatIsTold() {
        MfaApi.Enrolled factor = new MfaApi(app.api()).enrolled(bearer, "phone");
        Response code = password(browser.act(app, "delete_credential:" + factor.id()));
        Response asked = browser.submit(code, Map.of("otp", factor.phone().code(0)));

        Response done = browser.submit(browser.follow(asked), Map.of("accept", "yes"));

        assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
        Told.exactly(app, receiver, "user.mfa.factor_enrolled", "user.signin", "user.mfa.factor_disabled");
        assertThat(receiver.of("user.mfa.factor_disabled").get(0).json().<String, String>getMap("data"))
                .containsEntry("account_id", account)
                .containsEntry("factor_id", factor.id());
    }

    @Test
    void givenRecoveryCodes_whenOneIsUsedAtTheLoginPage_thenThatIsTold() {
        try (App realm = App.fresh().withRealm(OtpPolicy.wide()).createOn(app.server())) {
            askForRecoveryCodes(realm);
            var tokens = realm.api().signedUp(ada);
            realm.realm().updateUser(tokens.userId(), Map.of("firstName", "Ada", "lastName", "Lovelace"));
            MfaApi.Enrolled factor = new MfaApi(realm.api()).enrolled(tokens.access(), "phone");
            new Hook(realm).tell(receiver.url(), WebhookEventsIT.ALL);

            Response code = password(browser.login(realm));
            Response done = browser.submit(
                    code, Map.of("recoveryCodeInput", factor.recoveryCodes().get(0)));

            assertThat(done.statusCode()).as(done.asString()).isEqualTo(302);
            Told.exactly(realm, receiver, "user.signin", "user.mfa.recovery_code_used");
        }
    }

    /** In place of the authenticator's. Flows that come with Keycloak cannot be changed, so it is a copy. */
    private static void askForRecoveryCodes(App realm) {
        String flows = "/authentication/flows/";
        realm.realm().call(Method.POST, flows + "browser/copy", Map.of("newName", FLOW));
        String executions = flows + FLOW.replace(" ", "%20") + "/executions";
        for (Map<String, Object> each : realm.realm().list(executions)) {
            Object provider = each.get("providerId");
            if ("auth-otp-form".equals(provider) || "auth-recovery-authn-code-form".equals(provider)) {
                Map<String, Object> changed = new HashMap<>(each);
                changed.put("requirement", "auth-otp-form".equals(provider) ? "DISABLED" : "ALTERNATIVE");
                realm.realm().call(Method.PUT, executions, changed);
            }
        }
        realm.realm().update(Map.of("browserFlow", FLOW));
    }

    private Response password(Response page) {
        return browser.submit(page, Map.of("username", ada.username(), "password", ada.password()));
    }

    private static String found(Pattern pattern, Response page) {
        Matcher matcher = pattern.matcher(page.asString());
        assertThat(matcher.find()).as(page.asString()).isTrue();
        return matcher.group(1);
    }
}
