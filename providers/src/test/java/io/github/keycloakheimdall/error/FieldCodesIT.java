/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app that shows words of its own knows by the codes what is wrong with each field. */
@OnOneDatabase
class FieldCodesIT {

    @RegisterExtension
    static final App app = App.fresh()
            .with("heimdall.password_require_uppercase", "true")
            .with("heimdall.password_require_number", "true")
            .with("heimdall.password_require_symbol", "true");

    @Test
    void givenSeveralFaults_whenSigningUp_thenEachFieldHasTheCodesOfItsOwn() {
        ValidatableResponse answer = app.api()
                .signup(TestUser.ada()
                        .withUsername("service-account-ada")
                        .withEmail("ada@")
                        .withDisplayName("Ada\u202eLovelace")
                        .withPassword("horse"));

        assertThat(codes(answer))
                .containsExactly(
                        "username RESERVED",
                        "email MALFORMED",
                        "display_name MALFORMED",
                        "password TOO_SHORT",
                        "password LACKS_UPPER_CASE",
                        "password LACKS_DIGIT",
                        "password LACKS_SPECIAL");
    }

    @Test
    void givenABodyThatBreaksTheRulesOfItsFields_whenSigningUp_thenEachHasItsCode() {
        assertThat(codes(app.api()
                        .request(
                                Method.POST,
                                "/auth/signup",
                                Map.of("username", "ad", "email", "", "display_name", "a".repeat(300)),
                                Map.of())
                        .then()))
                .containsExactlyInAnyOrder(
                        "username TOO_SHORT", "email REQUIRED", "password REQUIRED", "display_name TOO_LONG");
    }

    @Test
    void givenANameThatIsTooShortAndAWeakPassword_whenSigningUp_thenBothAreNamedAtOnce() {
        ValidatableResponse answer =
                app.api().signup(TestUser.ada().withUsername("al").withPassword("horse"));

        assertThat(codes(answer))
                .containsExactly(
                        "username TOO_SHORT",
                        "password TOO_SHORT",
                        "password LACKS_UPPER_CASE",
                        "password LACKS_DIGIT",
                        "password LACKS_SPECIAL");
    }

    @Test
    void givenABodyOfAnotherShape_whenSigningIn_thenTheFieldHasTheWrongType() {
        assertThat(codes(app.api()
                        .request(
                                Method.POST, "/auth/signin", Map.of("identifier", List.of(), "password", "x"), Map.of())
                        .then()))
                .containsExactly("identifier WRONG_TYPE");
    }

    @Test
    void givenFieldsThatAreNotKnownOrRepeated_whenAnAdminCalls_thenEachHasItsCode() {
        String bearer = app.admin().bearer();

        assertThat(codes(app.platform()
                        .request(
                                Method.PATCH,
                                "/auth-config",
                                Map.of("max_session", 1, "max_sessions", 2, "maxSessions", 3),
                                Map.of("authorization", "Bearer " + bearer))
                        .then()))
                .hasSize(2)
                .contains("max_session UNKNOWN")
                .containsAnyOf("max_sessions REPEATED", "maxSessions REPEATED");
    }

    private static List<String> codes(ValidatableResponse answer) {
        List<Map<String, String>> errors = answer.statusCode(400)
                .body("message", equalTo("Validation failed"))
                .extract()
                .path("errors");
        assertThat(errors).allMatch(error -> !error.get("reason").isBlank());
        return errors.stream()
                .map(error -> error.get("field") + ' ' + error.get("code"))
                .toList();
    }
}
