/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of what many try at once and one does, one event is told: nothing of what was rolled back. */
class EventRacesIT {

    private static final int MANY = 6;

    @RegisterExtension
    static final App app = App.fresh();

    private final Receiver receiver = new Receiver();
    private final TestUser ada = TestUser.ada();

    @AfterEach
    void close() {
        new Hook(app).call(Method.DELETE, "").statusCode(204);
        receiver.close();
    }

    @RepeatedTest(3)
    void givenOneName_whenManySignUpWithItAtOnce_thenOneSignupIsTold() {
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);

        List<Integer> statuses =
                AtOnce.run(MANY, i -> app.api().signup(ada).extract().statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        Told.exactly(app, receiver, "user.signup", "user.signin");
    }

    @RepeatedTest(3)
    void givenAnAccount_whenItIsSuspendedHereAndInTheConsoleAtOnce_thenItIsToldOnce() {
        String id = app.api().signedUp(ada).userId();
        new Hook(app).tell(receiver.url(), WebhookEventsIT.ALL);

        AtOnce.run(MANY, i -> i % 2 == 0 ? here(id) : inTheConsole(id));

        Told.exactly(app, receiver, "user.suspended");
    }

    private static int here(String id) {
        return app.platform()
                .as(Method.PATCH, "/end-users/" + id + "/status", Map.of("status", "suspended"))
                .extract()
                .statusCode();
    }

    private static int inTheConsole(String id) {
        return app.admin()
                .request(Method.PUT, "/admin/realms/" + app.slug() + "/users/" + id, Map.of("enabled", false))
                .statusCode();
    }
}
