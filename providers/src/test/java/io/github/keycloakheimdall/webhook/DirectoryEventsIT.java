/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.directory.Directory;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.RunningKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a directory brings, changes and takes: Keycloak tells of an account's end alone, and of that when it looks for
 * it.
 */
@ExtendWith(KeycloakExtension.class)
class DirectoryEventsIT {

    private final Receiver receiver = new Receiver();
    private final Directory directory = Directory.readOnly();
    private final App app;

    DirectoryEventsIT(RunningKeycloak server) {
        app = App.fresh().createOn(server);
    }

    @BeforeEach
    void join() {
        directory.join(app);
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);
    }

    @AfterEach
    void close() {
        app.close();
        receiver.close();
        directory.close();
    }

    @Test
    void givenASync_whenItBringsAndChangesUsers_thenNothingIsTold() {
        directory.add("alice").add("bob");
        directory.sync();
        directory.write("bob", "mail", "bob@elsewhere.example.com");
        directory.sync();

        Told.exactly(app, receiver);
    }

    @Test
    void givenSomeoneWhomNobodyKnows_whenTheySignIn_thenItIsASigninAndNoSignup() {
        directory.add("carol");

        app.api().signin("carol", Directory.PASSWORD).statusCode(200);

        Told.exactly(app, receiver, "user.signin");
    }

    @Test
    void givenAnEntryThatIsGone_whenSomebodyLooks_thenTheAccountsEndIsToldOnce() {
        directory.add("dave");
        directory.sync();
        Object dave = app.realm().user("dave").get("id");
        directory.delete("dave");
        // A synchronization deletes nobody.
        directory.sync();

        assertThat(app.realm().user("dave")).isNull();
        assertThat(app.realm().user("dave")).isNull();

        Told.exactly(app, receiver, "user.deleted");
        assertThat(receiver.of("user.deleted").get(0).json().<String, String>getMap("data"))
                .containsEntry("account_id", dave.toString())
                .containsEntry("username", "dave")
                .containsEntry("email", Directory.email("dave"));
    }
}
