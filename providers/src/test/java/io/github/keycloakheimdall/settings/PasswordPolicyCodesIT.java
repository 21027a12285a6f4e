/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.OnOneDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A realm with every policy that looks at the password alone. */
@OnOneDatabase
class PasswordPolicyCodesIT {

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(
                    "passwordPolicy",
                    "hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and length(12) and maxLength(64) and digits(1)"
                            + " and upperCase(1) and lowerCase(1) and specialChars(1)"
                            + " and notContainsUsername(undefined) and regexPattern([^x]*)");

    @ParameterizedTest
    @CsvSource({
        "Horse-1234, TOO_SHORT, 'Invalid password: minimum length 12.'",
        "CorrectHorse-Battery, LACKS_DIGIT, 'Invalid password: must contain at least 1 numerical digits.'",
        "correct-horse-1, LACKS_UPPER_CASE, 'Invalid password: must contain at least 1 upper case characters.'",
        "CORRECT-HORSE-1, LACKS_LOWER_CASE, 'Invalid password: must contain at least 1 lower case characters.'",
        "CorrectHorse1, LACKS_SPECIAL, 'Invalid password: must contain at least 1 special characters.'",
        "Correct-lovelace-1, CONTAINS_USERNAME, 'Invalid password: Can not contain the username.'",
        "Correct-Horse-1x, NOT_ALLOWED, 'Invalid password: fails to match regex pattern(s).'"
    })
    void givenAPasswordThatOnePolicyRefuses_whenSigningUp_thenTheCodeIsItsOwn(
            String password, String code, String reason) {
        app.api()
                .signup(TestUser.ada().withUsername("lovelace").withPassword(password))
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("password"))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].reason", equalTo(reason));
    }
}
