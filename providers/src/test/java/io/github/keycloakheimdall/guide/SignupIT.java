/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.SignedJwt;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide, step 3. */
class SignupIT {

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenANewUser_whenSigningUp_thenTokensAreReadyToUse() {
        TestUser ada = TestUser.ada();

        Tokens tokens = Tokens.of(app.api()
                .signup(ada)
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("access_token", notNullValue())
                .body("refresh_token", notNullValue()));

        app.api().me(tokens.access()).statusCode(200).body("username", equalTo(ada.username()));
    }

    @Test
    void givenASignup_whenABackendVerifiesTheJwt_thenTheJwksAndTheClaimsHold() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        SignedJwt jwt = tokens.accessJwt();
        assertThat(jwt.isSignedBy(app.api().jwks().statusCode(200).extract().jsonPath()))
                .isTrue();
        assertThat(jwt.<String>claim("iss")).isEqualTo(app.server().baseUri() + "/" + app.slug());
        assertThat(jwt.<String>claim("aud")).isEqualTo(app.slug());
        assertThat(jwt.<String>claim("aid")).isEqualTo(app.realm().read().get("id"));
        assertThat(jwt.<String>claim("role")).isEqualTo("member");
        assertThat(jwt.<String>claim("type")).isEqualTo("end_user");
        assertThat(jwt.<List<String>>claim("amr")).containsExactly("pwd");
        assertThat(jwt.<Integer>claim("exp") - jwt.<Integer>claim("iat")).isEqualTo(3600);
        assertThat(jwt.claims()).containsKeys("sub", "sid", "jti").doesNotContainKey("permissions");
    }

    @Test
    void givenATakenUsername_whenSigningUpInOtherCase_thenConflict() {
        TestUser ada = TestUser.ada();
        app.api().signup(ada).statusCode(200);

        app.api()
                .signup(TestUser.ada().withUsername(ada.username().toUpperCase()))
                .statusCode(409)
                .body("statusCode", equalTo(409));
    }

    @Test
    void givenATakenEmail_whenSigningUpInOtherCase_thenConflict() {
        TestUser ada = TestUser.ada();
        app.api().signup(ada).statusCode(200);

        app.api().signup(TestUser.ada().withEmail(ada.email().toUpperCase())).statusCode(409);
    }

    @Test
    void givenNoDisplayName_whenSigningUp_thenItIsNull() {
        Tokens tokens = app.api().signedUp(TestUser.ada().withDisplayName(null));

        app.api().me(tokens.access()).body("displayName", is((Object) null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "has space", "with@sign", "<script>"})
    void givenABadUsername_whenSigningUp_thenTheFieldIsNamed(String username) {
        app.api()
                .signup(TestUser.ada().withUsername(username))
                .statusCode(400)
                .body("errors.field", hasItem("username"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.com", "a b@example.com"})
    void givenABadEmail_whenSigningUp_thenTheFieldIsNamed(String email) {
        app.api().signup(TestUser.ada().withEmail(email)).statusCode(400).body("errors.field", hasItem("email"));
    }

    @Test
    void givenAShortPassword_whenSigningUp_thenNoUserIsLeft() {
        TestUser ada = TestUser.ada().withPassword("short");

        app.api().signup(ada).statusCode(400).body("errors.field", hasItem("password"));

        assertThat(app.realm().user(ada.username())).isNull();
    }

    @Test
    void givenABadEmailAndAShortPassword_whenSigningUp_thenBothAreNamedAtOnce() {
        TestUser ada = TestUser.ada().withEmail("ada@").withPassword("short");

        app.api().signup(ada).statusCode(400).body("errors.field", equalTo(List.of("email", "password")));
    }

    @Test
    void givenATakenEmailAndAShortPassword_whenSigningUp_thenThePasswordAloneIsNamed() {
        TestUser taken = TestUser.ada();
        app.api().signedUp(taken);

        app.api()
                .signup(TestUser.named("eve").withEmail(taken.email()).withPassword("short"))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("password")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "username", "password"})
    void givenAMissingField_whenSigningUp_thenItIsNamed(String field) {
        Map<String, Object> body = new HashMap<>(TestUser.ada().signup());
        body.remove(field);

        app.api().signup(body).statusCode(400).body("errors.field", equalTo(List.of(field)));
    }

    @Test
    void givenFieldsThatNobodyAskedFor_whenSigningUp_thenTheyAreIgnored() {
        TestUser ada = TestUser.ada();
        Map<String, Object> body = new HashMap<>(ada.signup());
        body.putAll(Map.of("role", "owner", "email_verified", true, "enabled", false, "id", "mine"));

        Tokens tokens = Tokens.of(app.api().signup(body));

        app.api().me(tokens.access()).body("role", equalTo("member")).body("emailVerifiedAt", is((Object) null));
        app.api().me(tokens.access()).body("$", not(hasKey("enabled"))).body("id", not(equalTo("mine")));
    }
}
