/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users who have no row in Keycloak's database. */
class ImportOffIT {

    private static final String ELSEWHERE = "ACCOUNT_MANAGED_ELSEWHERE";

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly().withoutImport().trustingEmails();

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenSomeone_whenReadingTheirProfileTwice_thenItIsTheSame() {
        Tokens alice = signedIn("alice");

        String verified = app.api()
                .me(alice.access())
                .statusCode(200)
                .body("emailVerifiedAt", notNullValue())
                .extract()
                .path("emailVerifiedAt");

        app.api().me(alice.access()).body("emailVerifiedAt", equalTo(verified));
    }

    @Test
    void givenSomeone_whenTheyGetAContact_thenItIsKept() {
        Tokens bob = signedIn("bob");

        app.api().addContact(bob.access(), "email", "bob@home.example").statusCode(201);

        app.api().contacts(bob.access()).statusCode(200).body("data.value", hasItem("bob@home.example"));
    }

    @Test
    void givenSomeone_whenAnAdminReadsThem_thenTheyAreShown() {
        Tokens carol = signedIn("carol");

        app.platform()
                .as(Method.GET, "/end-users/" + carol.userId(), null)
                .statusCode(200)
                .body("username", equalTo("carol"))
                .body("status", equalTo("active"));
    }

    @Test
    void givenSomeone_whenAnAdminSuspendsThem_thenTheyAreManagedElsewhere() {
        Tokens dave = signedIn("dave");

        app.platform()
                .as(Method.PATCH, "/end-users/" + dave.userId() + "/status", Map.of("status", "suspended"))
                .statusCode(409)
                .body("code", equalTo(ELSEWHERE));
        app.api().me(dave.access()).statusCode(200);
    }

    @Test
    void givenSomeone_whenAnAdminEndsTheirSessions_thenTheyAreOut() {
        Tokens erin = signedIn("erin");

        app.platform()
                .as(Method.POST, "/end-users/" + erin.userId() + "/sessions/revoke-all", null)
                .statusCode(204);

        app.api().me(erin.access()).statusCode(401);
        app.api().signin("erin", Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenWrongPasswords_whenThereAreTooMany_thenTheyAreLocked() {
        signedIn("frank");
        for (int i = 0; i < 5; i++) {
            app.api().signin("frank", "wrong-" + i).statusCode(401);
        }

        app.api().signin("frank", Directory.PASSWORD).statusCode(401);
    }

    @Test
    void givenSomeoneWhomNobodyHasSeen_whenAnAdminSearches_thenTheyAreFound() {
        directory.add("hidden");

        app.platform()
                .as(Method.GET, "/end-users?search=hidd", null)
                .statusCode(200)
                .body("data.username", hasItem("hidden"));
    }

    @Test
    void givenHalfAnId_whenAnAdminReadsIt_thenThereIsNobody() {
        for (String id : List.of("f:", "f:x", "f::", "f:x:y", "f:" + directory.id() + ":nobody")) {
            app.platform().as(Method.GET, "/end-users/" + id, null).statusCode(404);
        }
    }

    private static Tokens signedIn(String uid) {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
