/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two users of a directory who have one email, and whom nobody imports. The email is their username in the second
 * realm.
 */
@OnOneDatabase
class TwinsIT {

    private static final String EMAIL = "twins@corp.example";

    @RegisterExtension
    static final App byUid = App.fresh();

    @RegisterExtension
    static final App byMail = App.fresh();

    private static final Directory uids = Directory.readOnly().trustingEmails().withoutImport();
    private static final Directory mails =
            Directory.readOnly().trustingEmails().withoutImport().with("usernameLDAPAttribute", "mail");

    @BeforeAll
    static void join() {
        uids.join(byUid);
        mails.join(byMail);
        for (Directory directory : List.of(uids, mails)) {
            for (String twin : List.of("twin-a", "twin-b")) {
                directory.add(twin).write(twin, "mail", EMAIL);
            }
        }
    }

    @AfterAll
    static void close() {
        uids.close();
        mails.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheirEmail_whenSigningInByIt_thenItIsNobodys(boolean named) {
        app(named).api().signin(EMAIL, Directory.PASSWORD).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheirEmail_whenAskingForCodes_thenTheAnswerIsThatForAnUnknownOne(boolean named) {
        Backend codes = Backend.forCodes(app(named));

        for (String email : List.of(EMAIL, "nobody@corp.example")) {
            codes.requestPasswordReset(Map.of("email", email)).statusCode(201).body("code", nullValue());
            codes.requestVerification(Map.of("email", email)).statusCode(201).body("code", nullValue());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheirEmail_whenItIsInvitedOrAddedToATenant_thenItMeansNeither(boolean named) {
        App app = app(named);
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Team"))
                .statusCode(201)
                .extract()
                .path("id");
        String key = app.platform().key("auth.tenant.members.add");

        app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", EMAIL))
                .statusCode(409)
                .body("code", equalTo("EMAIL_NOT_UNIQUE"));
        app.api()
                .as(key, Method.POST, "/tenants/" + tenant + "/members", Map.of("email", EMAIL, "role_name", "member"))
                .statusCode(409)
                .body("code", equalTo("EMAIL_NOT_UNIQUE"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheirEmail_whenAThirdIsToGetIt_thenItIsTaken(boolean named) {
        App app = app(named);
        TestUser third = TestUser.named("third");
        Tokens tokens = app.api().signedUp(third);

        app.api()
                .signup(TestUser.named("fourth").withEmail(EMAIL))
                .statusCode(409)
                .body("message", equalTo("Username or email is already in use"));
        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId(), Map.of("email", EMAIL))
                .statusCode(409)
                .body("code", nullValue());
    }

    private static App app(boolean named) {
        return named ? byMail : byUid;
    }
}
