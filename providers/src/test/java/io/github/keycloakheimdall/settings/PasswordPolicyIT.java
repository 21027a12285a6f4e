/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose password policy looks at the account and at its earlier passwords. */
@OnOneDatabase
class PasswordPolicyIT {

    private static final String SECOND = "AnotherHorseBattery";

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm(
                    "passwordPolicy",
                    "hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and notUsername(undefined)"
                            + " and notEmail(undefined) and passwordHistory(3) and maxLength(64)");

    private final TestUser ada = TestUser.ada();

    @Test
    void givenTheNameOrTheEmailAsPassword_whenSigningUp_thenRefusedAndNothingIsMade() {
        signup(ada.email()).body("errors[0].code", equalTo("IS_EMAIL"));
        signup(ada.username()).body("errors[0].code", equalTo("IS_USERNAME"));
        signup("a".repeat(65)).body("errors[0].code", equalTo("TOO_LONG"));

        app.api().signup(ada).statusCode(200);
    }

    @Test
    void givenABadEmailToo_whenSigningUp_thenBothAreNamedAtOnce() {
        app.api()
                .signup(ada.withEmail("ada@").withPassword(ada.username()))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("email", "password")));
    }

    @Test
    void givenAnEarlierPassword_whenChangingToIt_thenRefusedAndTheOldOneHolds() {
        Tokens tokens = app.api().signedUp(ada);
        app.api().changePassword(tokens.access(), ada.password(), SECOND).statusCode(204);

        app.api()
                .changePassword(tokens.access(), SECOND, ada.password())
                .statusCode(400)
                .body("errors.code", equalTo(List.of("USED_BEFORE")));
        app.api().signin(ada.withPassword(SECOND)).statusCode(200);
        app.api().signin(ada).statusCode(401);
    }

    @Test
    void givenAnEarlierPassword_whenResettingToIt_thenRefusedAndTheCodeIsGoodStill() {
        app.api().signup(ada).statusCode(200);
        Backend backend = Backend.forCodes(app);
        backend.verify(Map.of("email", ada.email()));
        String code = backend.requestPasswordReset(Map.of("email", ada.email()))
                .statusCode(201)
                .extract()
                .path("code");

        app.api().resetPassword(code, ada.password()).statusCode(400);
        app.api().resetPassword(code, SECOND).statusCode(204);
        app.api().signin(ada.withPassword(SECOND)).statusCode(200);
    }

    private ValidatableResponse signup(String password) {
        return app.api()
                .signup(ada.withPassword(password))
                .statusCode(400)
                .body("errors[0].field", equalTo("password"));
    }
}
