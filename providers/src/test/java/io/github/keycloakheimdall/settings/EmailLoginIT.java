/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an email is at signin, by the realm's settings of the login. */
@OnOneDatabase
class EmailLoginIT {

    @RegisterExtension
    static final App app =
            App.fresh().withRealm("loginWithEmailAllowed", false).withRealm("editUsernameAllowed", false);

    private final TestUser ada = TestUser.ada();

    @Test
    void givenNoLoginByEmail_whenSigningInByAVerifiedOne_thenRefusedAndByUsernameNot() {
        emailsAsUsernames(false);
        app.api().signup(ada).statusCode(200);
        Backend.forCodes(app).verify(Map.of("email", ada.email()));

        app.api().signin(ada.email(), ada.password()).statusCode(401);
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenEmailsAsUsernames_whenSigningInByAnUnverifiedOne_thenItIsTheUsername() {
        emailsAsUsernames(true);
        app.api().signup(ada.withUsername(ada.email())).statusCode(200);

        app.api().signin(ada.email(), ada.password()).statusCode(200);
    }

    @Test
    void givenEmailsAsUsernames_whenAnotherContactBecomesTheEmail_thenOneSignsInByIt() {
        emailsAsUsernames(true);
        Tokens tokens = app.api().signedUp(ada.withUsername(ada.email()));
        String other = TestUser.ada().email();
        String id = app.api()
                .addContact(tokens.access(), "email", other)
                .statusCode(201)
                .extract()
                .path("id");
        Backend.forCodes(app).verify(Map.of("email", other));

        app.api().promoteContact(tokens.access(), id).statusCode(204);

        app.api().signin(other, ada.password()).statusCode(200);
    }

    private static void emailsAsUsernames(boolean on) {
        app.realm().update(Map.of("registrationEmailAsUsername", on));
    }
}
