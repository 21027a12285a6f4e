/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Backend;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a directory that Keycloak writes to, those who sign up among them. */
class WritableIT {

    private static final String NEW_PASSWORD = "Another-Password1";

    @RegisterExtension
    static final App app = App.fresh();

    static final Directory directory = Directory.writable().trustingEmails().syncingRegistrations();

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenNobodyHasSeenThem_whenSigningInByEmail_thenTokens() {
        directory.add("alice");

        app.api().signin(Directory.email("alice"), Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenAChangeOfPassword_whenItIsDone_thenTheDirectoryHasItToo() {
        directory.add("bob");
        Tokens bob = Tokens.of(app.api().signin("bob", Directory.PASSWORD));

        app.api().changePassword(bob.access(), Directory.PASSWORD, NEW_PASSWORD).statusCode(204);

        assertThat(directory.takes("bob", NEW_PASSWORD)).isTrue();
        app.api().signin("bob", Directory.PASSWORD).statusCode(401);
        app.api().signin("bob", NEW_PASSWORD).statusCode(200);
    }

    @Test
    void givenAResetOfThePassword_whenItIsDone_thenTheDirectoryHasItToo() {
        directory.add("carol");
        Tokens.of(app.api().signin("carol", Directory.PASSWORD));
        String code = Backend.forCodes(app)
                .requestPasswordReset(Map.of("email", Directory.email("carol")))
                .extract()
                .path("code");

        app.api().resetPassword(code, NEW_PASSWORD).statusCode(204);

        assertThat(directory.takes("carol", NEW_PASSWORD)).isTrue();
    }

    @Test
    void givenSomeoneNew_whenTheySignUp_thenTheDirectoryHasThem() {
        TestUser ada = TestUser.ada();

        app.api().signedUp(ada);

        assertThat(directory.takes(ada.username(), ada.password())).isTrue();
        app.api().signedIn(ada);
    }

    @Test
    void givenAPromotedEmail_whenItIsDone_thenTheDirectoryHasIt() {
        directory.add("dave");
        Tokens dave = Tokens.of(app.api().signin("dave", Directory.PASSWORD));
        String id = app.api()
                .addContact(dave.access(), "email", "dave@home.example")
                .extract()
                .path("id");
        Backend.forCodes(app).verify(Map.of("email", "dave@home.example"));

        app.api().promoteContact(dave.access(), id).statusCode(204);

        assertThat(directory.read("dave", "mail")).isEqualTo("dave@home.example");
        app.api().me(dave.access()).body("email", equalTo("dave@home.example"));
    }

    @Test
    void givenSomeoneOfTheDirectory_whenTheyDeleteTheirAccount_thenTheEntryGoesToo() {
        directory.add("erin");
        Tokens erin = Tokens.of(app.api().signin("erin", Directory.PASSWORD));

        app.api().deleteMe(erin.access()).statusCode(204);

        assertThat(directory.has("erin")).isFalse();
    }
}
