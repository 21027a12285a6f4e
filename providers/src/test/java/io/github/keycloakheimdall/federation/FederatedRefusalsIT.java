/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.MfaApi;
import io.github.keycloakheimdall.client.OtpPolicy;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.federation.OpenIdProvider.Person;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps someone from a session, or from an account, who signs in by a provider. */
@OnOneDatabase
class FederatedRefusalsIT {

    private static final String TRUSTED = "trusted";

    @RegisterExtension
    static final OpenIdProvider provider = new OpenIdProvider();

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.allowed_redirect_origins", "https://app.example.com")
            .withRealm(OtpPolicy.wide());

    private final Person person = Person.fresh();
    private final Tab tab = new Tab(app.api(), TRUSTED);

    @BeforeAll
    static void addProvider() {
        app.realm().call(Method.POST, "/identity-provider/instances", provider.asKeycloakHasIt(TRUSTED, true));
    }

    @AfterEach
    void forgetSettings() {
        app.realm()
                .setAttributes(Map.of(
                        "heimdall.signup_enabled",
                        "true",
                        "heimdall.signin_enabled",
                        "true",
                        "heimdall.signup_requires_pak",
                        "false",
                        "heimdall.signup_allowed_email_domains",
                        "",
                        "heimdall.status",
                        "active"));
    }

    @ParameterizedTest
    @CsvSource({
        "heimdall.signup_enabled, false, signup_disabled",
        "heimdall.signup_requires_pak, true, signup_disabled",
        "heimdall.signup_allowed_email_domains, elsewhere.example, email_domain_not_allowed",
        "heimdall.signin_enabled, false, signin_refused"
    })
    void givenASetting_whenSigningInFirst_thenNoAccount(String toggle, String value, String word) {
        app.set(toggle, value);

        assertThat(tab.refusal(provider, person)).isEqualTo(word);
        assertThat(app.realm().list("/users?email=" + person.email())).isEmpty();
    }

    @Test
    void givenSignupClosed_whenSomeoneKnownSignsIn_thenIn() {
        String userId = tokens(tab.code(provider, person)).userId();
        app.set("heimdall.signup_enabled", "false");

        assertThat(tokens(tab.code(provider, person)).userId()).isEqualTo(userId);
    }

    @Test
    void givenADomainList_whenTheProviderGivesNoEmail_thenNoAccount() {
        app.set("heimdall.signup_allowed_email_domains", "example.com");

        assertThat(tab.refusal(provider, person.sayingOnly())).isEqualTo("email_domain_not_allowed");
        assertThat(tab.code(provider, person)).isNotNull();
    }

    @Test
    void givenEmailsAsUsernames_whenTheProviderGivesNone_thenNoAccount() {
        app.realm().update(Map.of("registrationEmailAsUsername", true));
        try {
            assertThat(tab.refusal(provider, person.sayingOnly("preferred_username", "x")))
                    .isEqualTo("email_required");
            app.api().me(tokens(tab.code(provider, person)).access()).body("username", equalTo(person.email()));
        } finally {
            app.realm().update(Map.of("registrationEmailAsUsername", false));
        }
    }

    @Test
    void givenADisabledAccount_whenSigningIn_thenRefused() {
        String userId = tokens(tab.code(provider, person)).userId();
        app.realm().enableUser(userId, false);

        assertThat(tab.refusal(provider, person)).isEqualTo("signin_refused");
    }

    @Test
    void givenALockedAccount_whenSigningIn_thenRefused() {
        Tokens tokens = tokens(tab.code(provider, person));
        String name = app.api().me(tokens.access()).extract().path("username");
        for (int i = 0; i < 5; i++) {
            app.api().signin(name, "wrong").statusCode(401);
        }

        assertThat(tab.refusal(provider, person)).isEqualTo("signin_refused");
    }

    @Test
    void givenACode_whenTheAccountIsDisabledMeanwhile_thenNoSession() {
        String userId = tokens(tab.code(provider, person)).userId();
        String code = tab.code(provider, person);
        app.realm().enableUser(userId, false);

        exchange(code).statusCode(401);
        app.realm().enableUser(userId, true);
        exchange(code).statusCode(401);
    }

    @Test
    void givenACode_whenTheAccountsLoginsAreEndedMeanwhile_thenNoSession() {
        String userId = tokens(tab.code(provider, person)).userId();
        String code = tab.code(provider, person);
        app.platform()
                .as(Method.POST, "/end-users/" + userId + "/sessions/revoke-all", null)
                .statusCode(204);

        exchange(code).statusCode(401);
    }

    @Test
    void givenASecondFactor_whenTradingTheCode_thenAskedForIt() {
        Tokens tokens = tokens(tab.code(provider, person));
        MfaApi mfa = new MfaApi(app.api());
        MfaApi.Enrolled factor = mfa.enrolled(tokens.access(), "phone");

        String challenge = exchange(tab.code(provider, person))
                .statusCode(200)
                .body("mfa_required", equalTo(true))
                .body("access_token", nullValue())
                .extract()
                .path("mfa_token");
        Tokens proved = Tokens.of(mfa.verify(challenge, factor.phone().code(0)));
        assertThat(proved.accessJwt().<List<String>>claim("amr"))
                .startsWith("oauth", TRUSTED)
                .hasSizeGreaterThan(2);
        assertThat(app.realm().list("/events?type=LOGIN&user=" + tokens.userId()))
                .first()
                .extracting("details")
                .extracting("identity_provider")
                .isEqualTo(TRUSTED);
    }

    @Test
    void givenARequiredAction_whenTradingTheCode_thenToldOfIt() {
        String userId = tokens(tab.code(provider, person)).userId();
        app.realm().updateUser(userId, Map.of("requiredActions", List.of("UPDATE_PROFILE")));

        exchange(tab.code(provider, person))
                .statusCode(403)
                .body("code", equalTo("ACTION_REQUIRED"))
                .body("actions", contains("UPDATE_PROFILE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "archived"})
    void givenAnAppThatIsNotServed_whenComingBack_thenTheAppIsTold(String status) {
        String callback = tab.signedInAt(provider, person);
        app.set("heimdall.status", status);

        assertThat(Tab.refusal(tab.back(callback))).isEqualTo("app_" + status);
        tab.authorize(Tab.RETURN_TO).statusCode(403);
    }

    private static Tokens tokens(String code) {
        return Tokens.of(exchange(code));
    }

    private static ValidatableResponse exchange(String code) {
        return app.api()
                .request(Method.POST, "/auth/oauth/exchange", Map.of("code", code), Map.of())
                .then();
    }
}
