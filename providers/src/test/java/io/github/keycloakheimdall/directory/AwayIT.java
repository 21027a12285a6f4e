/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakLine;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A directory whose server does not answer. */
class AwayIT {

    private static final String AWAY = "DIRECTORY_UNAVAILABLE";

    @RegisterExtension
    static final App app = App.fresh();

    private static Directory directory;
    private static int users;

    private final String uid = "away" + users++;
    private final TestUser local = TestUser.ada();
    private Tokens tokens;

    @BeforeEach
    void goAway() {
        if (directory == null) {
            directory = Directory.readOnly()
                    .trustingEmails()
                    .with("cachePolicy", "NO_CACHE")
                    .join(app);
        }
        directory.add(uid);
        app.api().signedUp(local);
        tokens = Tokens.of(app.api().signin(uid, Directory.PASSWORD));
        directory.goAway();
    }

    @AfterEach
    void comeBack() {
        directory.comeBack();
    }

    @Test
    void givenSomeoneOfKeycloak_whenTheDirectoryIsAway_thenTheyGoOn() {
        Tokens own = app.api().signedIn(local);

        app.api().me(own.access()).statusCode(200);
        app.api().signin(local.username(), "wrong").statusCode(401);
    }

    @Test
    void givenItsUsers_whenTheDirectoryIsAway_thenTheyAreToldAndComeInAgainLater() {
        for (int i = 0; i < 6; i++) {
            app.api().signin(uid, Directory.PASSWORD).statusCode(503).body("code", equalTo(AWAY));
        }
        app.api().me(tokens.access()).statusCode(503).body("code", equalTo(AWAY));
        app.api().refresh(tokens.refresh()).statusCode(503).body("code", equalTo(AWAY));

        directory.comeBack();

        app.api().signin(uid, Directory.PASSWORD).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    @Test
    void givenNobodyOfThatName_whenSigningInWhileTheDirectoryIsAway_thenItIsNoFaultOfTheServer() {
        // Before 26.5 Keycloak tells that it could not ask.
        app.api()
                .signin("nobody-at-all", "CorrectHorseBatteryStaple")
                .statusCode(KeycloakLine.isBefore26(5) ? 503 : 401);
    }

    @Test
    void givenItsUsers_whenTheDirectoryIsAway_thenListsShowThemAndNobodyActsOnThem() {
        app.platform()
                .as(Method.GET, "/end-users?search=" + uid, null)
                .statusCode(200)
                .body("data.username", hasItem(uid))
                .body("data.find { it.username == '" + uid + "' }.status", equalTo("active"));
        app.platform()
                .as(Method.PATCH, "/end-users/" + tokens.userId() + "/role", Map.of("role_name", "admin"))
                .statusCode(503)
                .body("code", equalTo(AWAY));
    }
}
