/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.server.ServerOnPostgres;
import io.restassured.http.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keycloak removes the account of a managed member with the membership, and says so by no event of its own. */
@LooksIntoTheServer
class ManagedMemberEventsIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm("organizationsEnabled", true);

    @Test
    void givenAManagedMember_whenTheConsoleRemovesTheMembership_thenTheAccountsEndIsTold(ServerOnPostgres server)
            throws SQLException {
        try (Receiver receiver = new Receiver()) {
            TestUser ada = TestUser.ada();
            String id = app.api().signedUp(ada).userId();
            String name = "shop-" + ada.username();
            app.realm()
                    .call(
                            Method.POST,
                            "/organizations",
                            Map.of(
                                    "name",
                                    name,
                                    "alias",
                                    name,
                                    "domains",
                                    List.of(Map.of("name", name + ".example.com"))));
            Object organization =
                    app.realm().list("/organizations?search=" + name).get(0).get("id");
            app.realm().call(Method.POST, "/organizations/" + organization + "/members", id);
            manage(server, id);
            new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);

            app.realm().call(Method.DELETE, "/organizations/" + organization + "/members/" + id, null);

            Told.exactly(app, receiver, "tenant.member.removed", "user.deleted");
        }
    }

    private static void manage(ServerOnPostgres server, String userId) throws SQLException {
        try (Connection connection = server.database().connect();
                var update = connection.prepareStatement(
                        "update USER_GROUP_MEMBERSHIP set MEMBERSHIP_TYPE = 'MANAGED' where USER_ID = ?")) {
            update.setString(1, userId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
