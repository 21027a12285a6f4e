/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a directory is away nobody can tell which names and emails are its users', so a stranger gets none of them.
 */
class AwayFromStrangersIT {

    private static final String PASSWORD = "Another-Password1";

    @RegisterExtension
    static final App importing = App.fresh();

    @RegisterExtension
    static final App notImporting = App.fresh();

    private static final Directory imported = Directory.readOnly().trustingEmails();
    private static final Directory notImported =
            Directory.readOnly().trustingEmails().withoutImport();

    private static int users;

    private final String unseen = "unseen" + users++;

    @BeforeAll
    static void join() {
        imported.join(importing);
        notImported.join(notImporting);
    }

    @AfterEach
    void comeBack() {
        imported.comeBack();
        notImported.comeBack();
    }

    @AfterAll
    static void close() {
        imported.close();
        notImported.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheUsernameOfSomeoneUnseen_whenSigningUp_thenItIsNotGiven(boolean imports) {
        App app = imports ? importing : notImporting;
        goAway();

        away(app.api().signup(new TestUser("stranger." + unseen + "@home.example", unseen, PASSWORD, null)));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseen_whenSigningUp_thenItIsNotGiven(boolean imports) {
        App app = imports ? importing : notImporting;
        goAway();

        away(app.api().signup(new TestUser(Directory.email(unseen), "stranger-" + unseen, PASSWORD, null)));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseen_whenInvitingIt_thenNobodyIsInvited(boolean imports) {
        App app = imports ? importing : notImporting;
        goAway();

        away(app.platform().as(Method.POST, "/end-users/invites", Map.of("email", Directory.email(unseen))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenAnInvite_whenItIsAcceptedUnderTheirName_thenItGoesOnWaiting(boolean imports) {
        App app = imports ? importing : notImporting;
        String code = app.platform()
                .as(Method.POST, "/end-users/invites", Map.of("email", "guest." + unseen + "@home.example"))
                .statusCode(201)
                .extract()
                .path("code");
        Map<String, String> guest = Map.of("code", code, "username", unseen, "password", PASSWORD);
        goAway();

        away(app.api().as(null, Method.POST, "/auth/accept-invite", guest));

        theirs(app);
        app.api()
                .as(
                        null,
                        Method.POST,
                        "/auth/accept-invite",
                        Map.of("code", code, "username", "guest-" + unseen, "password", PASSWORD))
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseen_whenAnOwnerMakesAnAccount_thenItIsNotMade(boolean imports) {
        App app = imports ? importing : notImporting;
        Tokens made = app.api().signedUp(TestUser.named("owner"));
        app.realm().giveRole(made.userId(), "owner");
        String owner = made.access();
        goAway();

        Map<String, String> body = Map.of("email", Directory.email(unseen), "username", "made-" + unseen);
        away(app.api().as(owner, Method.POST, "/admin/users", body));
        away(app.api().as(owner, Method.POST, "/admin/users", Map.of("email", Directory.email(unseen))));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseen_whenItIsAddedToATenant_thenNoAccountIsMade(boolean imports) {
        App app = imports ? importing : notImporting;
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Team"))
                .statusCode(201)
                .extract()
                .path("id");
        String key = app.platform().key("auth.tenant.members.add");
        goAway();

        away(app.api()
                .as(
                        key,
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("email", Directory.email(unseen), "role_name", "member")));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseen_whenAnAdminGivesItToAnother_thenTheyDoNotGetIt(boolean imports) {
        App app = imports ? importing : notImporting;
        Tokens local = app.api().signedUp(TestUser.named("local"));
        goAway();

        away(app.platform().as(Method.PATCH, "/end-users/" + local.userId(), Map.of("email", Directory.email(unseen))));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenTheEmailOfSomeoneUnseenAsAContact_whenItIsVerified_thenItIsNot(boolean imports) {
        App app = imports ? importing : notImporting;
        Tokens local = app.api().signedUp(TestUser.named("local"));
        app.api().addContact(local.access(), "email", Directory.email(unseen)).statusCode(201);
        String code = Backend.forCodes(app)
                .requestVerification(Map.of("email", Directory.email(unseen)))
                .extract()
                .path("code");
        goAway();

        away(app.api().verifyContact(local.access(), code));

        theirs(app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenSomeoneOfKeycloak_whenSigningIn_thenTheyAreNotConcerned(boolean imports) {
        App app = imports ? importing : notImporting;
        TestUser local = TestUser.named("local");
        app.api().signedUp(local);
        goAway();

        app.api().signin(local).statusCode(200);
        app.api().signup(local).statusCode(409);
    }

    private static void goAway() {
        imported.goAway();
        notImported.goAway();
    }

    private static void away(ValidatableResponse answer) {
        answer.statusCode(503).body("code", equalTo("DIRECTORY_UNAVAILABLE"));
    }

    /** What was refused left nothing in their way. */
    private void theirs(App app) {
        comeBack();
        (app == importing ? imported : notImported).add(unseen);
        app.api().signin(unseen, Directory.PASSWORD).statusCode(200);
        app.api().signin(Directory.email(unseen), Directory.PASSWORD).statusCode(200);
    }
}
