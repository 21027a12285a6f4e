/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users of a directory that an admin switched off in the realm: as disabled as Keycloak takes them for. */
@OnOneDatabase
class DisabledDirectoryIT {

    @RegisterExtension
    static final App app = App.fresh();

    private static final Directory directory = Directory.readOnly().trustingEmails();
    private static int users;

    private final String uid = "off" + users++;

    @BeforeAll
    static void join() {
        directory.join(app);
    }

    @AfterEach
    void switchOn() {
        directory.set("enabled", "true");
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void givenItsUsers_whenTheyCome_thenTheyAreOutUntilItIsOnAgain() {
        Tokens tokens = signedIn();
        switchOff();

        app.api().signin(uid, Directory.PASSWORD).statusCode(401);
        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
        app.api().verify(tokens.access()).statusCode(200).body("valid", equalTo(false));
        switchOn();

        app.api().signin(uid, Directory.PASSWORD).statusCode(200);
    }

    @Test
    void givenItsUsers_whenAnAdminLooks_thenTheyAreShownSuspended() {
        Tokens tokens = signedIn();
        switchOff();

        call(Method.GET, "/end-users/" + tokens.userId(), null).statusCode(200).body("status", equalTo("suspended"));
    }

    @Test
    void givenItsUsers_whenAnAdminChangesOrDeletesThem_thenTheyAreManagedElsewhere() {
        Tokens tokens = signedIn();
        switchOff();
        String user = "/end-users/" + tokens.userId();

        elsewhere(call(Method.PATCH, user, Map.of("display_name", "Someone")));
        elsewhere(call(Method.PATCH, user + "/status", Map.of("status", "active")));
        elsewhere(call(Method.PATCH, user + "/role", Map.of("role_name", "admin")));
        elsewhere(call(Method.DELETE, user, null));
    }

    @Test
    void givenItsUsers_whenManyAreDeleted_thenTheyArePassedOver() {
        Tokens tokens = signedIn();
        switchOff();

        call(
                        Method.POST,
                        "/end-users/bulk-delete",
                        Map.of("selection", Map.of("mode", "ids", "ids", List.of(tokens.userId()))))
                .statusCode(200)
                .body("affected_users", equalTo(0));
    }

    @Test
    void givenItsUsers_whenTheirSessionsAreRevoked_thenTheyStayOut() {
        Tokens tokens = signedIn();
        switchOff();

        call(Method.POST, "/end-users/" + tokens.userId() + "/sessions/revoke-all", null)
                .statusCode(204);
        switchOn();

        app.api().me(tokens.access()).statusCode(401);
    }

    @Test
    void givenADirectoryThatIsOff_whenLookingAtTheHealth_thenItIsFoundByItsName() {
        switchOff();

        call(Method.GET, "/health", null)
                .statusCode(200)
                .body("data.code", hasItem("user_federation_disabled"))
                .body(
                        "data.findAll { it.code == 'user_federation_disabled' }.message",
                        contains(containsString("directory")));
        switchOn();

        call(Method.GET, "/health", null).body("data.code", not(hasItem("user_federation_disabled")));
    }

    private Tokens signedIn() {
        directory.add(uid);
        return Tokens.of(app.api().signin(uid, Directory.PASSWORD));
    }

    private static void switchOff() {
        directory.set("enabled", "false");
    }

    private static void elsewhere(ValidatableResponse answer) {
        answer.statusCode(409).body("code", equalTo("ACCOUNT_MANAGED_ELSEWHERE"));
    }

    private static ValidatableResponse call(Method method, String path, Object body) {
        return app.platform().as(method, path, body);
    }
}
