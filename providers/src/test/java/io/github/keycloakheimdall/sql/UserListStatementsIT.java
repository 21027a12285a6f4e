/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a list of users costs whose emails the console verified, and of whom no cache knows anything. */
@LooksIntoTheServer
final class UserListStatementsIT {

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final StatementLog log = new StatementLog();

    @BeforeAll
    static void verifyInTheConsole() {
        for (int i = 0; i < 5; i++) {
            String id = app.api().signedUp(TestUser.named("listed")).userId();
            app.realm().updateUser(id, Map.of("emailVerified", true));
        }
        list(5);
    }

    @Test
    void givenColdCaches_whenListing_thenFiveUsersCostWhatOneDoes() {
        assertThat(log.of(() -> listCold(5))).hasSameSizeAs(log.of(() -> listCold(1)));
    }

    private static void listCold(int limit) {
        app.realm().call(Method.POST, "/clear-user-cache", null);
        list(limit);
    }

    private static void list(int limit) {
        app.platform().as(Method.GET, "/end-users?limit=" + limit, null).statusCode(200);
    }
}
