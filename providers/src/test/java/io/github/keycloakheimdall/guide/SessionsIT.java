/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of sessions, and everything that ends one. */
class SessionsIT {

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.max_sessions", "3");

    private final TestUser ada = TestUser.ada();
    private final Tokens first = app.api().signedUp(ada);

    @Test
    void givenTwoSessions_whenListing_thenTheCurrentOneIsMarked() {
        Tokens second = app.api().signedIn(ada);

        app.api()
                .sessions(second.access())
                .statusCode(200)
                .body("data.id", containsInAnyOrder(first.sessionId(), second.sessionId()))
                .body("data.findAll { it.is_current }.id", contains(second.sessionId()))
                .body("data[0].created_at", notNullValue())
                .body("data[0].expires_at", notNullValue())
                .body("data[0].ip", notNullValue())
                .body("pagination.next_cursor", is((Object) null))
                .body("pagination.has_more", equalTo(false));
    }

    @Test
    void givenARevokedSession_whenUsingItsBearer_thenRefusedAtOnce() {
        Tokens second = app.api().signedIn(ada);

        app.api().revokeSession(second.access(), first.sessionId()).statusCode(204);

        app.api().me(first.access()).statusCode(401);
        app.api().refresh(first.refresh()).statusCode(401);
        app.api().sessions(second.access()).body("data", hasSize(1));
    }

    @Test
    void givenOnesOwnSession_whenRevokingIt_thenTheBearerIsRefused() {
        app.api().revokeSession(first.access(), first.sessionId()).statusCode(204);

        app.api().me(first.access()).statusCode(401);
    }

    @Test
    void givenSomeoneElsesSession_whenRevokingIt_thenNotFoundAndItLives() {
        Tokens bob = app.api().signedUp(TestUser.named("bob"));

        app.api().revokeSession(first.access(), bob.sessionId()).statusCode(404);

        app.api().me(bob.access()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "00000000-0000-0000-0000-000000000000", "%00", "a%20b"})
    void givenNoSuchSession_whenRevokingIt_thenNotFound(String id) {
        app.api().revokeSession(first.access(), id).statusCode(404);
    }

    @Test
    void givenASessionEndedInTheConsole_whenUsingItsTokens_thenRefused() {
        app.realm().deleteSession(first.sessionId());

        app.api().me(first.access()).statusCode(401);
        app.api().refresh(first.refresh()).statusCode(401);
    }

    @Test
    void givenAUserLoggedOutInTheConsole_whenUsingTheTokens_thenRefused() {
        app.realm().logoutUser(first.userId());

        app.api().me(first.access()).statusCode(401);
        app.api().refresh(first.refresh()).statusCode(401);
    }

    @Test
    void givenAUserDisabledInTheConsole_whenUsingTheBearer_thenRefused() {
        app.realm().enableUser(first.userId(), false);

        app.api().me(first.access()).statusCode(401);
    }

    @Test
    void givenAUserDeletedInTheConsole_whenUsingTheTokens_thenRefused() {
        app.realm().deleteUser(first.userId());

        app.api().me(first.access()).statusCode(401);
        app.api().refresh(first.refresh()).statusCode(401);
    }

    @Test
    void givenAsManySessionsAsAllowed_whenSigningIn_thenTheOldestGivesWay() {
        Tokens second = app.api().signedIn(ada);
        Tokens third = app.api().signedIn(ada);
        Tokens fourth = app.api().signedIn(ada);

        app.api().sessions(fourth.access()).body("data", hasSize(3));
        assertThat(app.realm().sessions(first.userId())).hasSize(3);
        long refused = Stream.of(first, second, third)
                .filter(each -> app.api().me(each.access()).extract().statusCode() == 401)
                .count();
        assertThat(refused).isEqualTo(1);
    }
}
