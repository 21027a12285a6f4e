/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The toggles of the guide's step 2. */
class TogglesIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Map<String, String> changed = new HashMap<>();

    @AfterEach
    void takeBack() {
        // What closes is not taken back by leaving it out.
        changed.replaceAll((name, value) -> byDefault(name));
        app.realm().setAttributes(changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "0", "ture"})
    void givenSignupOffOrMisspelt_whenSigningUp_thenForbidden(String value) {
        set("signup_enabled", value);

        app.api().signup(TestUser.ada()).statusCode(403).body("message", equalTo("Signup is disabled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes"})
    void givenSignupThatAsksForAKey_whenSigningUpWithoutOne_thenUnauthorized(String value) {
        set("signup_requires_pak", value);

        app.api().signup(TestUser.ada()).statusCode(401);
    }

    @Test
    void givenAnotherDefaultRole_whenSigningUp_thenTheUserHasIt() {
        set("signup_default_role", "admin");

        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.api().me(tokens.access()).body("role", equalTo("admin"));
    }

    @Test
    void givenADefaultRoleThatIsNone_whenSigningUp_thenTheUserIsAMember() {
        set("signup_default_role", "offline_access");

        Tokens tokens = app.api().signedUp(TestUser.ada());

        app.api().me(tokens.access()).body("role", equalTo("member"));
    }

    @Test
    void givenAllowedDomains_whenSigningUp_thenOnlyThese() {
        set("signup_allowed_email_domains", "example.org, Example.NET");
        TestUser ada = TestUser.ada();

        app.api().signup(ada).statusCode(403);
        app.api().signup(ada.withEmail(ada.username() + "@example.net")).statusCode(200);
        app.api().signup(TestUser.ada().withEmail("x@sub.example.net")).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "password_min_length, 20, CorrectHorse, CorrectHorseBatteryStaple",
        "password_require_uppercase, true, correcthorsebattery, Correcthorsebattery",
        "password_require_number, true, CorrectHorse, CorrectHorse1",
        "password_require_symbol, true, CorrectHorse1, CorrectHorse1!"
    })
    void givenAPasswordRule_whenSigningUp_thenItHolds(String toggle, String value, String weak, String strong) {
        set(toggle, value);

        app.api().signup(TestUser.ada().withPassword(weak)).statusCode(400).body("errors.field", hasItem("password"));
        app.api().signup(TestUser.ada().withPassword(strong)).statusCode(200);
    }

    @Test
    void givenARealmPolicyThatIsStricter_whenSigningUp_thenItHoldsToo() {
        app.realm().update(Map.of("passwordPolicy", "digits(3)"));
        try {
            TestUser ada = TestUser.ada();
            app.api().signup(ada).statusCode(400).body("errors.field", hasItem("password"));
            assertThat(app.realm().user(ada.username())).isNull();
            app.api().signup(ada.withPassword("CorrectHorse123")).statusCode(200);
        } finally {
            app.realm().update(Map.of("passwordPolicy", ""));
        }
    }

    @Test
    void givenLifetimes_whenSigningUp_thenTheTokensHaveThem() {
        set("access_token_ttl_seconds", "120");
        set("refresh_token_ttl_seconds", "600");

        Tokens tokens = Tokens.of(app.api().signup(TestUser.ada()).body("expires_in", equalTo(120)));

        assertThat(lifetime(tokens.accessJwt().claims())).isEqualTo(120);
        assertThat(lifetime(tokens.refreshJwt().claims())).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999999999"})
    void givenALifetimeThatIsNone_whenSigningUp_thenTheDefault(String value) {
        set("access_token_ttl_seconds", value);

        app.api().signup(TestUser.ada()).body("expires_in", equalTo(3600));
    }

    @ParameterizedTest
    @CsvSource({"suspended, APP_SUSPENDED", "archived, APP_ARCHIVED", "paused, APP_SUSPENDED"})
    void givenAnAppThatIsNotActive_whenCalling_thenForbiddenButItsKeysAreServed(String status, String code) {
        Tokens tokens = app.api().signedUp(TestUser.ada());
        set("status", status);

        app.api().me(tokens.access()).statusCode(403).body("code", equalTo(code));
        app.api().signin(TestUser.ada()).statusCode(403).body("code", equalTo(code));
        app.api().jwks().statusCode(200);
    }

    private static String byDefault(String attribute) {
        return Arrays.stream(Toggle.values())
                .filter(toggle -> toggle.attribute().equals(attribute))
                .map(toggle -> toggle.kind().absent())
                .findFirst()
                .orElse(null);
    }

    private void set(String toggle, String value) {
        changed.put("heimdall." + toggle, value);
        app.set("heimdall." + toggle, value);
    }

    private static int lifetime(Map<String, Object> claims) {
        return (Integer) claims.get("exp") - (Integer) claims.get("iat");
    }
}
