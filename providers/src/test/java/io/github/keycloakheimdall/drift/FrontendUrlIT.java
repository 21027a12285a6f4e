/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakServer;
import io.github.keycloakheimdall.server.OnOneDatabase;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm whose public address changes while its app is in use. */
@OnOneDatabase
class FrontendUrlIT {

    private static final String URL = "https://login.example.com";

    @RegisterExtension
    static final App app = App.fresh();

    private final TestUser ada = TestUser.ada();

    @AfterEach
    void takeItBack() {
        app.set("frontendUrl", null);
    }

    @Test
    void givenTokens_whenTheAddressChanges_thenTheyEndAndTheKeysStayWhereTheyWere() {
        Tokens tokens = app.api().signedUp(ada);
        Object key = app.api().jwks().extract().path("keys[0].kid");

        app.set("frontendUrl", URL);

        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
        app.api().jwks().statusCode(200).body("keys[0].kid", equalTo(key));
        Tokens later = app.api().signedIn(ada);
        assertThat((String) later.accessJwt().claim("iss")).isEqualTo(URL + "/" + app.slug());
        app.api().me(later.access()).statusCode(200);
    }

    @Test
    void givenTokens_whenTheAddressIsTakenBack_thenThoseOfBeforeAreGoodAgain() {
        Tokens tokens = app.api().signedUp(ada);
        app.set("frontendUrl", URL);
        app.api().me(tokens.access()).statusCode(401);

        app.set("frontendUrl", null);

        app.api().me(tokens.access()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    @Test
    void givenAnApp_whenTheAddressChanges_thenTheLogSaysWhatThatEnds() throws IOException {
        assumeTrue(app.server() instanceof KeycloakServer, "The server writes its log on this machine");

        app.set("frontendUrl", URL);

        assertThat(Files.readString(((KeycloakServer) app.server()).logFile()))
                .contains("Realm " + app.slug() + " has another frontend URL, " + URL);
    }
}
