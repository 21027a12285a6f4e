/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of users whose directory changes them behind Keycloak's back. */
class ChangedEntriesIT {

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.readOnly().trustingEmails().with("cachePolicy", "NO_CACHE");

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenAnEntryThatIsGone_whenItsOwnerComes_thenTheyAreOutAndTheListGoesOn() {
        Tokens gone = signedIn("gone");
        Tokens stays = signedIn("stays");

        directory.delete("gone");

        app.api().signin("gone", Directory.PASSWORD).statusCode(401);
        app.api().me(gone.access()).statusCode(401);
        app.api().refresh(gone.refresh()).statusCode(401);
        app.platform()
                .as(Method.GET, "/end-users?limit=200", null)
                .statusCode(200)
                .body("data.username", hasItem("stays"))
                .body("data.username", not(hasItem("gone")));
        app.platform().as(Method.GET, "/end-users/" + gone.userId(), null).statusCode(404);
        app.api().me(stays.access()).statusCode(200);
    }

    @Test
    void givenARenamedEntry_whenItsOwnerComes_thenTheNewNameIsTheSameAccount() {
        Tokens before = signedIn("miller");

        directory.rename("miller", "smith");

        Tokens after = Tokens.of(app.api().signin("smith", Directory.PASSWORD));
        assertThat(after.userId()).isEqualTo(before.userId());
        app.api().me(before.access()).statusCode(200).body("username", equalTo("smith"));
        app.api().signin("miller", Directory.PASSWORD).statusCode(401);
    }

    @Test
    void givenANameThatIsGivenToAnother_whenTheyComeIn_thenTheyDoNotGetTheAccount() {
        Tokens before = signedIn("jones");
        directory.rename("jones", "jones-old");
        directory.add("jones");
        directory.write("jones", "userPassword", "Second-Password1");

        var second = app.api().signin("jones", "Second-Password1").extract();

        assertThat(second.statusCode()).isIn(200, 401);
        if (second.statusCode() == 200) {
            app.api().me(second.path("access_token")).body("id", not(equalTo(before.userId())));
        }
        app.api().me(before.access()).statusCode(200);
    }

    @Test
    void givenAChangedEmail_whenTheDirectoryIsSynchronized_thenItIsTheNewOne() {
        Tokens tokens = signedIn("moved");
        directory.write("moved", "mail", "moved.new@corp.example");

        directory.sync();

        app.api().me(tokens.access()).statusCode(200).body("email", equalTo("moved.new@corp.example"));
        app.api().signin("moved.new@corp.example", Directory.PASSWORD).statusCode(200);
        app.api().signin(Directory.email("moved"), Directory.PASSWORD).statusCode(401);
    }

    private static Tokens signedIn(String uid) {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }
}
