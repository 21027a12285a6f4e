/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.SinceKeycloak26;
import io.restassured.http.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A role inside a tenant is a group of its organization, which the console gives and takes as well. */
@SinceKeycloak26(6)
class TenantRoleEventsInTheConsoleIT {

    @RegisterExtension
    static final App app = App.fresh().withRealm("organizationsEnabled", true);

    @Test
    void givenAMember_whenTheConsoleGivesAndTakesAGroupAndThenTheMembership_thenTheRolesAndTheLeaveAreTold() {
        try (Receiver receiver = new Receiver()) {
            TestUser ada = TestUser.ada();
            String id = app.api().signedUp(ada).userId();
            String tenant = app.platform()
                    .as(Method.POST, "/tenants", Map.of("display_name", "Shop"))
                    .statusCode(201)
                    .extract()
                    .path("id");
            String path = "/organizations/" + tenant;
            app.realm().call(Method.POST, path + "/members", id);
            app.realm().call(Method.POST, path + "/groups", Map.of("name", "admin"));
            app.realm().call(Method.POST, path + "/groups", Map.of("name", "no role of the app"));
            new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);

            app.realm().list(path + "/groups").stream()
                    .map(group -> path + "/groups/" + group.get("id") + "/members/" + id)
                    .forEach(member -> {
                        app.realm().call(Method.PUT, member, null);
                        app.realm().call(Method.DELETE, member, null);
                    });
            app.realm().call(Method.DELETE, path + "/members/" + id, null);

            Told.exactly(
                    app, receiver, "tenant.member.role_changed", "tenant.member.role_changed", "tenant.member.removed");
            assertThat(receiver.of("tenant.member.role_changed"))
                    .extracting(told -> told.json().<String, String>getMap("data"))
                    .allSatisfy(data -> assertThat(data).containsEntry("account_id", id))
                    .anySatisfy(data -> assertThat(data).containsEntry("role_name", "admin"))
                    .anySatisfy(data -> assertThat(data).containsEntry("previous_role_name", "admin"));
        }
    }
}
