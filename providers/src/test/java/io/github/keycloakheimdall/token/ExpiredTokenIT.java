/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bearer holds until its time is over, and no longer. */
class ExpiredTokenIT {

    @RegisterExtension
    static final App app = App.fresh().with("heimdall.access_token_ttl_seconds", "1");

    @Test
    void givenABearer_whenItsTimeIsOver_thenItIsRefusedAndTheSessionLives() {
        Tokens tokens = app.api().signedUp(TestUser.ada());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> app.api().me(tokens.access()).statusCode(401));
        app.api()
                .request(Method.POST, "/verify", Map.of("token", tokens.access()), Map.of())
                .then()
                .body("valid", equalTo(false))
                .body("error", equalTo("TOKEN_EXPIRED"));
        app.api().refresh(tokens.refresh()).statusCode(200);
    }
}
