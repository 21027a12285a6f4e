/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.OtherClient;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that is refused is the first that meets someone of a directory. */
class FirstSightIT {

    private static final int AT_ONCE = 8;

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly();
    static OtherClient keycloak;

    @BeforeAll
    static void join() {
        directory.join(app);
        keycloak = OtherClient.in(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenAStrangerWantsTheName_whenItsOwnerSignsIn_thenTokens() {
        String uid = newcomer();

        app.api().signup(TestUser.ada().withUsername(uid)).statusCode(409);

        assertGetsInEverywhere(uid);
    }

    @Test
    void givenAStrangerWantsTheEmail_whenItsOwnerSignsIn_thenTokens() {
        String uid = newcomer();

        app.api().signup(TestUser.ada().withEmail(Directory.email(uid))).statusCode(409);

        assertGetsInEverywhere(uid);
    }

    @Test
    void givenABackendWantsTheNameForSomeoneElse_whenItsOwnerSignsIn_thenTokens() {
        String uid = newcomer();
        String backend = app.api().machineToken(app.platform().machine("user.create"));

        app.api()
                .as(
                        backend,
                        Method.POST,
                        "/admin/users",
                        Map.of("username", uid, "email", TestUser.ada().email()))
                .statusCode(409);

        assertGetsInEverywhere(uid);
    }

    @Test
    void givenSomeoneIsToHaveTheEmail_whenItsOwnerSignsIn_thenTokens() {
        String uid = newcomer();
        String ada = app.api().signedUp(TestUser.ada()).userId();

        app.platform()
                .as(Method.PATCH, "/end-users/" + ada, Map.of("email", Directory.email(uid)))
                .statusCode(409);

        assertGetsInEverywhere(uid);
    }

    @Test
    void givenAMemberWasRefusedByEmail_whenTheEmailsOwnerSignsIn_thenTokens() {
        String uid = newcomer();
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Acme", "slug", uid))
                .statusCode(201)
                .extract()
                .path("id");

        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("email", Directory.email(uid), "role_name", "member"))
                .statusCode(409);

        assertGetsInEverywhere(uid);
    }

    @Test
    void givenOnlyWrongPasswords_whenTheRightOneComes_thenTheTokensAreOfAnAccountThatIsThere() {
        String uid = newcomer();

        app.api().signin(uid, "wrong-Password1").statusCode(401);

        Tokens tokens = Tokens.of(app.api().signin(uid, Directory.PASSWORD));
        assertThat(app.realm().user(uid)).containsEntry("id", tokens.userId());
        app.api().me(tokens.access()).statusCode(200);
    }

    @Test
    void givenGuessesBeforeAnySignin_thenAllCountForTheOneAccount() {
        String uid = newcomer();

        for (int guess = 0; guess < 5; guess++) {
            app.api().signin(uid, "wrong-Password" + guess).statusCode(401);
        }

        app.api().signin(uid, Directory.PASSWORD).statusCode(401);
        String id = (String) app.realm().user(uid).get("id");
        assertThat(app.realm().bruteForce(id)).containsEntry("numFailures", 5);
        app.realm().clearBruteForce(id);
        app.api().signin(uid, Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenAnAccountOfKeycloaksHasTheEmail_whenTheUserSignsIn_thenRefusedLikeAnyone() {
        TestUser ada = TestUser.named("n");
        app.api()
                .signup(ada.withEmail(Directory.email(ada.username())).withUsername(ada.username() + "-here"))
                .statusCode(200);
        directory.add(ada.username());

        app.api().signin(ada.username(), Directory.PASSWORD).statusCode(401);

        app.api().signin(ada.username() + "-here", ada.password()).statusCode(200);
    }

    @RepeatedTest(3)
    void givenNobodyHasSeenThem_whenSigningInManyTimesAtOnce_thenOneAccountForAll() {
        String uid = newcomer();

        List<Tokens> tokens = AtOnce.run(AT_ONCE, i -> Tokens.of(app.api().signin(uid, Directory.PASSWORD)));

        Object id = app.realm().user(uid).get("id");
        assertThat(tokens).extracting(Tokens::userId).containsOnly((String) id);
        assertGetsInEverywhere(uid);
    }

    @RepeatedTest(3)
    void givenNobodyHasSeenThem_whenStrangersSignUpBesideTheirFirstSignin_thenOnlyTheOwnerGetsIn() {
        String uid = newcomer();

        List<Integer> statuses = AtOnce.run(AT_ONCE, i -> (i % 2 == 0
                        ? app.api().signin(uid, Directory.PASSWORD)
                        : app.api().signup(TestUser.ada().withUsername(uid)))
                .extract()
                .statusCode());

        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? 200 : 409);
        }
        assertGetsInEverywhere(uid);
    }

    private static String newcomer() {
        String uid = "n" + UUID.randomUUID().toString().substring(0, 8);
        directory.add(uid);
        return uid;
    }

    private static void assertGetsInEverywhere(String uid) {
        TestUser owner = new TestUser(Directory.email(uid), uid, Directory.PASSWORD, null);
        keycloak.refreshToken(owner);
        keycloak.refreshToken(owner.withUsername(owner.email()));
        Tokens tokens = app.api().signedIn(owner);
        assertThat(app.realm().user(uid)).containsEntry("id", tokens.userId());
    }
}
