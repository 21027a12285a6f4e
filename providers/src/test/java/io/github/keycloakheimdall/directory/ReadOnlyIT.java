/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a directory that Keycloak may only read. */
class ReadOnlyIT {

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly().trustingEmails();

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenNobodyHasSeenThem_whenSigningInByUsername_thenTokensAndTheProfile() {
        directory.add("alice");

        String access = Tokens.of(app.api().signin("alice", Directory.PASSWORD)).access();

        app.api()
                .me(access)
                .statusCode(200)
                .body("email", equalTo("alice@corp.example"))
                .body("emailVerifiedAt", notNullValue());
    }

    @Test
    void givenNobodyHasSeenThem_whenSigningInByEmail_thenTokens() {
        directory.add("bob");

        app.api().signin(Directory.email("bob"), Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenAnEmailThatTheDirectoryVouchesFor_whenReadingTheProfileAgain_thenTheTimeStays() {
        Tokens carol = signedIn("carol");

        String first = app.api().me(carol.access()).extract().path("emailVerifiedAt");

        app.api().me(carol.access()).body("emailVerifiedAt", equalTo(first));
        app.api().contacts(carol.access()).statusCode(200).body("data[0].verified_at", equalTo(first));
        app.platform()
                .as(Method.GET, "/end-users/" + carol.userId(), null)
                .statusCode(200)
                .body("email_verified_at", equalTo(first));
    }

    @Test
    void givenSomeoneOfTheDirectory_whenTheirProfileOrPasswordChanges_thenTheyAreManagedElsewhere() {
        Tokens dave = signedIn("dave");
        List<String> before = directory.content();

        elsewhere(app.api().patchMe(dave.access(), Map.of("display_name", "Dave")));
        elsewhere(app.api().changePassword(dave.access(), Directory.PASSWORD, "Another-Password1"));
        elsewhere(app.platform()
                .as(Method.PATCH, "/end-users/" + dave.userId(), Map.of("email", "dave@elsewhere.example")));
        elsewhere(app.platform()
                .as(Method.PATCH, "/end-users/" + dave.userId() + "/status", Map.of("status", "deactivated")));

        assertThat(directory.content()).isEqualTo(before);
        app.api().signin("dave", Directory.PASSWORD).statusCode(200);
        app.api().me(dave.access()).statusCode(200).body("email", equalTo(Directory.email("dave")));
    }

    @Test
    void givenSomeoneOfTheDirectory_whenAnAdminSuspendsThem_thenTheyAreOutUntilLetInAgain() {
        Tokens erin = signedIn("erin");
        String status = "/end-users/" + erin.userId() + "/status";

        app.platform()
                .as(Method.PATCH, status, Map.of("status", "suspended"))
                .statusCode(200)
                .body("status", equalTo("suspended"));
        app.api().signin("erin", Directory.PASSWORD).statusCode(401);
        app.platform().as(Method.PATCH, status, Map.of("status", "active")).statusCode(200);
        app.api().signin("erin", Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenAFurtherContact_whenItsCodeComes_thenItIsVerifiedAndCannotBecomeTheEmail() {
        Tokens frank = signedIn("frank");
        String id = app.api()
                .addContact(frank.access(), "email", "frank@home.example")
                .statusCode(201)
                .extract()
                .path("id");

        Backend.forCodes(app).verify(Map.of("email", "frank@home.example"));

        elsewhere(app.api().promoteContact(frank.access(), id));
        app.api().signin("frank@home.example", Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenManyUsers_whenTheyAreDeactivatedTogether_thenThoseOfTheDirectoryArePassedOver() {
        Tokens grace = signedIn("grace");
        Tokens local = app.api().signedUp(TestUser.ada());

        app.platform()
                .as(
                        Method.POST,
                        "/end-users/bulk-update-status",
                        Map.of(
                                "selection",
                                Map.of("mode", "ids", "ids", List.of(grace.userId(), local.userId())),
                                "status",
                                "deactivated"))
                .statusCode(200)
                .body("affected_users", equalTo(1));

        app.api().me(grace.access()).statusCode(200);
        app.api().me(local.access()).statusCode(401);
    }

    @Test
    void givenSomeoneWhomNobodyHasSeen_whenAnAdminSearches_thenTheyAreFound() {
        directory.add("hidden");

        app.platform()
                .as(Method.GET, "/end-users?search=hidd", null)
                .statusCode(200)
                .body("data.username", hasItem("hidden"));
    }

    private static void elsewhere(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));
    }

    private static Tokens signedIn(String uid) {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
