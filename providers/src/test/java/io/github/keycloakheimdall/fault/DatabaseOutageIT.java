/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.fault;

import static io.github.keycloakheimdall.fault.Unavailable.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.load.BoundedHttp;
import io.github.keycloakheimdall.load.BoundedHttp.Answer;
import io.github.keycloakheimdall.load.Load;
import io.github.keycloakheimdall.server.OwnServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL is stopped under load and started again. On a server of its own. */
@Tag("faults")
class DatabaseOutageIT {

    private static final int THREADS = 2;
    private static final int WARM = 5;
    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(1);

    @RegisterExtension
    static final OwnServer own = OwnServer.named("outage");

    private static App app;

    private final BoundedHttp http = new BoundedHttp();

    @BeforeAll
    static void create() {
        app = App.fresh().createOn(own.server());
    }

    @Test
    void givenLoad_whenTheDatabaseGoesAndComesBack_thenOnly503AndEveryAccountIsKept() throws Exception {
        TestUser ada = TestUser.ada();
        Tokens tokens = app.api().signedUp(ada);
        String admin = app.admin().bearer();
        Load load = Load.start(THREADS, URI.create(root()));
        await().atMost(RECOVERS_WITHIN).until(() -> load.accounts() >= WARM);

        own.database().stop();
        assertUnavailable(asked("POST", "/auth/signup", null, TestUser.ada().signup()));
        assertUnavailable(asked("POST", "/auth/signin", null, signin(ada.username())));
        assertUnavailable(asked("POST", "/auth/signin", null, signin("nobody")));
        assertUnavailable(asked("POST", "/auth/refresh", null, Map.of("refresh_token", tokens.refresh())));
        assertUnavailable(asked("PATCH", "/me", tokens.access(), Map.of("display_name", "Ada")));
        assertUnavailable(asked("GET", "/me/contacts", tokens.access(), null));
        assertUnavailable(http.send("GET", URI.create(platform() + "/end-users"), admin, null));
        assertUnavailable(http.send("GET", URI.create(platform() + "/api-keys"), admin, null));
        assertWarmOrUnavailable(asked("GET", "/me", tokens.access(), null));
        assertWarmOrUnavailable(asked("GET", "/me/permissions", tokens.access(), null));
        assertWarmOrUnavailable(asked("POST", "/verify", null, Map.of("token", tokens.access())));
        assertWarmOrUnavailable(asked("GET", "/.well-known/jwks.json", null, null));
        assertThat(http.send("GET", URI.create(keycloaksOwn()), admin, null)
                        .json()
                        .<String>get("error"))
                .as("Keycloak's own answer is left alone")
                .isNotBlank();
        own.database().startAgain();

        int before = load.accounts();
        await().atMost(RECOVERS_WITHIN).until(() -> load.accounts() >= before + WARM);
        load.stop();
        assertThat(load.lostConnections()).as("calls without an answer").isEmpty();
        assertThat(load.refusals()).isNotEmpty().allSatisfy(Unavailable::assertUnavailable);
        load.assertKeptBy(app.api());
        app.api().me(tokens.access()).statusCode(200);
        app.api().refresh(tokens.refresh()).statusCode(200);
    }

    /** For the routes that run no SQL while what they need is in the caches. */
    private static void assertWarmOrUnavailable(Answer answer) {
        if (answer.status() != 200) {
            assertUnavailable(answer);
        }
    }

    private Answer asked(String method, String path, String bearer, Object body) throws IOException {
        return http.send(method, URI.create(root() + path), bearer, body);
    }

    private static Map<String, String> signin(String identifier) {
        return Map.of("identifier", identifier, "password", "CorrectHorseBatteryStaple");
    }

    private static String platform() {
        return own.server().baseUri() + "/v1/apps/" + app.slug();
    }

    private static String keycloaksOwn() {
        return own.server().baseUri() + "/admin/realms/" + app.slug() + "/users";
    }

    private static String root() {
        return own.server().baseUri() + "/" + app.slug() + "/v1";
    }
}
