/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users whose entry is deleted and made again, while Keycloak's cache remembers the one before. */
class RemadeEntriesIT {

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
    void givenAnEntryThatWasMadeAgain_whenItsOwnerSignsIn_thenTheyAreInAndTheAccountBeforeIsGone() {
        Tokens before = signedIn("alice");
        directory.delete("alice");
        directory.add("alice");

        Tokens after = Tokens.of(app.api().signin("alice", Directory.PASSWORD));

        assertThat(after.userId()).isNotEqualTo(before.userId());
        app.api().me(before.access()).statusCode(401);
        app.platform()
                .as(Method.GET, "/end-users?search=alice", null)
                .statusCode(200)
                .body("data.id", contains(after.userId()));
    }

    @Test
    void givenAnEntryThatWasMadeAgain_whenItsOwnerSignsInByEmail_thenTheyAreIn() {
        Tokens before = signedIn("bob");
        directory.delete("bob");
        directory.add("bob");

        Tokens after = Tokens.of(app.api().signin(Directory.email("bob"), Directory.PASSWORD));

        assertThat(after.userId()).isNotEqualTo(before.userId());
    }

    @Test
    void givenAnEntryThatWasMadeAgain_whenAnAdminAddsTheEmailToATenant_thenTheNewAccountIsMeant() {
        Tokens before = signedIn("carol");
        directory.delete("carol");
        directory.add("carol");
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Team"))
                .statusCode(201)
                .extract()
                .path("id");
        String key = app.platform().key("auth.tenant.members.add");

        String member = app.api()
                .as(
                        key,
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("email", Directory.email("carol"), "role_name", "member"))
                .statusCode(201)
                .extract()
                .path("account_id");

        assertThat(member).isNotNull().isNotEqualTo(before.userId());
        assertThat(Tokens.of(app.api().signin("carol", Directory.PASSWORD)).userId())
                .isEqualTo(member);
    }

    @Test
    void givenAnEntryThatIsGone_whenSomeoneElseSignsUpByItsName_thenTheNameIsFree() {
        Tokens before = signedIn("dave");
        directory.delete("dave");

        var signup = app.api()
                .signup(Map.of("email", Directory.email("dave"), "username", "dave", "password", "Another-Password1"))
                .statusCode(200);

        assertThat(Tokens.of(signup).userId()).isNotEqualTo(before.userId());
    }

    @Test
    void givenAnEntryThatIsGone_whenItsOwnersTokenStillHoldsAndChangesSomething_thenItIsRefused() {
        Tokens gone = signedIn("frank");
        directory.delete("frank");

        app.api().addContact(gone.access(), "email", "frank@home.example").statusCode(oneOf(401, 409));

        app.api().me(gone.access()).statusCode(401);
    }

    @Test
    void givenAnEntryThatIsGone_whenItsOwnerVerifiesTheirEmail_thenTheCodeIsGoneToo() {
        Tokens gone = signedIn("grace");
        app.api().addContact(gone.access(), "email", "grace@home.example").statusCode(201);
        String code = Backend.forCodes(app)
                .requestVerification(Map.of("email", "grace@home.example"))
                .extract()
                .path("code");
        directory.delete("grace");

        app.api().verifyContact(gone.access(), code).statusCode(410);

        app.api().me(gone.access()).statusCode(401);
    }

    @Test
    void givenAMemberWhoseEntryIsGone_whenTheTenantsMembersAreListed_thenTheOthersAreThere() {
        Tokens gone = signedIn("heidi");
        Tokens other = signedIn("ivan");
        String tenant = app.platform()
                .as(Method.POST, "/tenants", Map.of("display_name", "Choir"))
                .statusCode(201)
                .extract()
                .path("id");
        join(tenant, gone);
        join(tenant, other);
        directory.delete("heidi");
        app.realm().call(Method.POST, "/clear-user-cache", null);

        app.platform()
                .as(Method.GET, "/tenants/" + tenant + "/members", null)
                .statusCode(200)
                .body("data.account_id", contains(other.userId()));
    }

    @Test
    void givenADirectoryThatIsAway_whenItsUsersComeIn_thenNobodysAccountIsDeleted() {
        Tokens before = signedIn("erin");
        directory.goAway();
        try {
            app.api().signin("erin", Directory.PASSWORD).statusCode(503);
        } finally {
            directory.comeBack();
        }

        app.api().me(before.access()).statusCode(200).body("id", equalTo(before.userId()));
        assertThat(Tokens.of(app.api().signin("erin", Directory.PASSWORD)).userId())
                .isEqualTo(before.userId());
    }

    private static void join(String tenant, Tokens user) {
        app.platform()
                .as(
                        Method.POST,
                        "/tenants/" + tenant + "/members",
                        Map.of("account_id", user.userId(), "role_name", "member"))
                .statusCode(201);
    }

    private static Tokens signedIn(String uid) {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
