/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others reported to Keycloak of directories, tried with this API. */
class ReportedIT {

    @RegisterExtension
    static final App server = App.fresh();

    private App app;
    private Directory directory = Directory.readOnly().trustingEmails();

    @BeforeEach
    void anApp() {
        app = App.fresh().createOn(server.server());
    }

    @AfterEach
    void delete() {
        app.close();
        directory.close();
    }

    /** keycloak#13888: imported users are removed by the button, and come again. */
    @Test
    void givenImportedUsers_whenAllAreRemovedByTheButton_thenNothingOfThemIsLeftAndTheyComeInAnew() {
        directory.join(app);
        Tokens before = signedIn("alice");
        String home = "alice@home.example";
        app.api().addContact(before.access(), "email", home).statusCode(201);
        Backend.forCodes(app).verify(Map.of("email", home));
        app.api().signin(home, Directory.PASSWORD).statusCode(200);

        app.realm().call(Method.POST, "/user-storage/" + directory.id() + "/remove-imported-users", null);

        app.api().me(before.access()).statusCode(401);
        app.api().refresh(before.refresh()).statusCode(401);
        Tokens after = Tokens.of(app.api().signin("alice", Directory.PASSWORD));
        assertThat(after.userId()).isNotEqualTo(before.userId());
        app.api().contacts(after.access()).statusCode(200).body("data", hasSize(1));
        app.api().signin(home, Directory.PASSWORD).statusCode(401);
        app.api().addContact(after.access(), "email", home).statusCode(201);
        Backend.forCodes(app).verify(Map.of("email", home));
        app.api().signin(home, Directory.PASSWORD).statusCode(200);
        app.platform()
                .as(Method.GET, "/end-users", null)
                .statusCode(200)
                .body("data.id", equalTo(List.of(after.userId())));
    }

    /** keycloak#24261: imported users are unlinked, and stay as Keycloak's own, without a password. */
    @Test
    void givenImportedUsers_whenAllAreUnlinkedByTheButton_thenTheyAreKeycloaksAndResetTheirPassword() {
        directory.with("editMode", "WRITABLE").join(app);
        Tokens before = signedIn("bob");

        app.realm().call(Method.POST, "/user-storage/" + directory.id() + "/unlink-users", null);
        directory.delete("bob");

        app.api().me(before.access()).statusCode(200).body("id", equalTo(before.userId()));
        app.api().signin("bob", Directory.PASSWORD).statusCode(401);
        String code = Backend.forCodes(app)
                .requestPasswordReset(Map.of("email", Directory.email("bob")))
                .statusCode(201)
                .extract()
                .path("code");
        app.api().resetPassword(code, "Another-Password1").statusCode(204);
        assertThat(Tokens.of(app.api().signin("bob", "Another-Password1")).userId())
                .isEqualTo(before.userId());
    }

    /**
     * keycloak#28579: who guesses at someone of a read-only directory meets an exception where Keycloak locks for good.
     */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void givenLocksForGood_whenSomeoneGuessesAtAReadOnlyUser_thenTheGuessesAreRefusedAndTheOwnerIsLetInAgain(
            String imports) {
        app.realm()
                .update(Map.of(
                        "bruteForceProtected",
                        true,
                        "permanentLockout",
                        true,
                        "failureFactor",
                        7,
                        "waitIncrementSeconds",
                        1,
                        "maxFailureWaitSeconds",
                        1));
        app.set("heimdall.max_failed_login_attempts", "100");
        directory.with("importEnabled", imports).join(app);
        Tokens carol = signedIn("carol");

        for (int guess = 0; guess < 12; guess++) {
            app.api().signin("carol", "wrong-Password" + guess).statusCode(401);
        }

        app.platform()
                .as(Method.GET, "/end-users/" + carol.userId(), null)
                .statusCode(200)
                .body("id", equalTo(carol.userId()));
        app.platform()
                .as(Method.PATCH, "/end-users/" + carol.userId() + "/status", Map.of("status", "active"))
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> app.api().signin("carol", Directory.PASSWORD).statusCode(200));
    }

    /** keycloak#44108: whoever is kept when the entry goes stays disabled when it is made again. */
    @Test
    void givenUsersWhoAreKept_whenTheirEntryIsMadeAgain_thenTheyAreDisabledUntilAnAdminLetsThemIn() {
        directory.with("removeInvalidUsersEnabled", "false").join(app);
        Tokens before = signedIn("dave");
        directory.delete("dave");
        app.api().signin("dave", Directory.PASSWORD).statusCode(401);
        app.platform()
                .as(Method.GET, "/end-users/" + before.userId(), null)
                .statusCode(200)
                .body("status", equalTo("suspended"));

        directory.add("dave");
        app.api().signin("dave", Directory.PASSWORD).statusCode(401);

        app.platform().as(Method.GET, "/end-users?search=dave", null).statusCode(200);
        app.realm().deleteUser(before.userId());
        app.api().signin("dave", Directory.PASSWORD).statusCode(200);
    }

    /** keycloak#43254 and #45736: names and emails in a directory have capitals. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void givenCapitalsInTheDirectory_whenTheirOwnerSignsInByAnyCase_thenItIsOneAccount(String imports) {
        directory.with("importEnabled", imports).join(app);
        directory.add("Erin");

        String id = Tokens.of(app.api().signin("Erin", Directory.PASSWORD)).userId();

        for (String identifier : List.of("erin", "ERIN", "Erin@corp.example", "erin@CORP.example")) {
            Tokens tokens = Tokens.of(app.api().signin(identifier, Directory.PASSWORD));
            assertThat(tokens.userId()).as(identifier).isEqualTo(id);
            app.api().me(tokens.access()).statusCode(200).body("id", equalTo(id));
            app.api().refresh(tokens.refresh()).statusCode(200);
        }
        app.platform().as(Method.GET, "/end-users/" + id, null).statusCode(200);
    }

    /** keycloak#43700: a page of the list is full of users whose entries are gone. */
    @Test
    void givenAPageOfUsersWhoseEntriesAreGone_whenListing_thenThePageComesWithoutThem() {
        directory.join(app);
        for (int i = 0; i < 12; i++) {
            directory.add("frank" + i);
        }
        directory.sync();
        for (int i = 1; i < 12; i++) {
            directory.delete("frank" + i);
        }

        app.platform()
                .as(Method.GET, "/end-users?search=frank", null)
                .statusCode(200)
                .body("data.username", equalTo(List.of("frank0")));
    }

    /** keycloak#39685: nobody is to be imported, and the console's search is not to, either. */
    @Test
    void givenNobodyIsImported_whenTheyAreListedAndSignIn_thenKeycloaksDatabaseHasNone() {
        directory.withoutImport().join(app);
        Tokens grace = signedIn("grace");

        app.platform()
                .as(Method.GET, "/end-users?search=grace", null)
                .statusCode(200)
                .body("data.id", equalTo(List.of(grace.userId())));
        app.api().me(grace.access()).statusCode(200);
        app.platform().as(Method.GET, "/end-users", null).statusCode(200).body("data", empty());
    }

    private Tokens signedIn(String uid) {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
