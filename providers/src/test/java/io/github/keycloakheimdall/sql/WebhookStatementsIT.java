/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.server.LooksIntoTheServer;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a webhook costs a signin and a signup: nothing where it does not want to know, and one row where it does. */
@LooksIntoTheServer
class WebhookStatementsIT {

    /** As many events of one app as a node sends at once: while these hang, no other is looked for. */
    private static final int LANES = 4;

    @RegisterExtension
    static final App app = App.fresh();

    @RegisterExtension
    static final StatementLog log = new StatementLog();

    private final TestUser ada = TestUser.ada();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Receiver receiver = new Receiver().replying(exchange -> await());

    @BeforeEach
    void signUp() {
        app.api().signedUp(ada);
    }

    @AfterEach
    void close() {
        app.platform().as(Method.DELETE, "/webhook", null).statusCode(204);
        open.countDown();
        receiver.close();
    }

    @Test
    void givenAWebhookThatWantsOtherThings_whenSigningIn_thenItCostsNothing() {
        subscribe("tenant.created");
        app.api().signedIn(ada);

        List<String> statements = log.of(() -> app.api().signin(ada).statusCode(200));

        assertThat(statements).hasSize(10);
    }

    @Test
    void givenAWebhookThatWantsSignins_whenSigningIn_thenItCostsOneInsert() {
        subscribe("user.signin");
        for (int i = 0; i < LANES; i++) {
            app.api().signedIn(ada);
        }
        receiver.await(LANES);

        List<String> statements = log.of(() -> app.api().signin(ada).statusCode(200));

        assertThat(statements).hasSize(11);
        assertThat(statements)
                .filteredOn(statement -> statement.toLowerCase(Locale.ROOT).contains("heimdall_webhook"))
                .singleElement()
                .asString()
                .contains("insert into");
    }

    @Test
    void givenAWebhook_whenSigningUp_thenItCostsNothingOrOneInsert() {
        Runnable signup = () -> app.api().signup(TestUser.ada()).statusCode(200);
        signup.run();
        int without = log.of(signup).size();

        subscribe("tenant.created");
        signup.run();
        assertThat(log.of(signup)).hasSize(without);

        subscribe("user.signup");
        for (int i = 0; i < LANES; i++) {
            signup.run();
        }
        receiver.await(LANES);
        assertThat(log.of(signup))
                .hasSize(without + 1)
                .filteredOn(statement -> statement.toLowerCase(Locale.ROOT).contains("heimdall_webhook"))
                .singleElement()
                .asString()
                .contains("insert into");
    }

    private void subscribe(String type) {
        app.platform()
                .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of(type)))
                .statusCode(200);
    }

    private void await() {
        try {
            open.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
