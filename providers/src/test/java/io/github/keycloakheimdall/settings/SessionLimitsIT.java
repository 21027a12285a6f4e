/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.restassured.http.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm that keeps what clients have in a session short, as hardening guides say. */
@OnOneDatabase
class SessionLimitsIT {

    private static final String IDLE = "client.session.idle.timeout";
    private static final String MOST = "client.session.max.lifespan";

    /** In seconds. */
    private static final int SHORT = 3;

    @RegisterExtension
    static final App app = App.fresh()
            .withRealm("clientSessionIdleTimeout", 1)
            .withRealm("clientSessionMaxLifespan", 1)
            .withRealm("eventsEnabled", true);

    private final TestUser ada = TestUser.ada();

    @AfterEach
    void withoutLimitsOfItsOwn() {
        limit(Map.of(IDLE, "", MOST, ""));
    }

    @Test
    void givenLimitsOfTheRealmsClients_whenTheyHavePassed_thenTheSessionLastsAsTheAppSays() {
        Tokens tokens = app.api().signedUp(ada);
        assertThat(lifetime(tokens)).isGreaterThan(86_400);

        untilAfter(started(tokens) + 2);

        Tokens next = Tokens.of(app.api().refresh(tokens.refresh()));
        app.api().me(next.access()).statusCode(200);
        app.api().refresh(next.refresh()).statusCode(200);
    }

    @Test
    void givenLimitsOfTheRealmsClients_whenTheyGo_thenTheAppsClientHasNoneEither() {
        try (App own = App.fresh().withRealm("clientSessionIdleTimeout", 600).createOn(app.server())) {
            assertThat(attributes(own)).containsKey(IDLE).doesNotContainKey(MOST);

            own.realm().update(Map.of("clientSessionIdleTimeout", 0));

            assertThat(attributes(own)).doesNotContainKey(IDLE);
        }
    }

    @Test
    void givenAnIdleLimitOfTheAppsClient_whenTheSessionIsUsed_thenItGoesOn() {
        limit(Map.of(IDLE, String.valueOf(SHORT)));
        Tokens tokens = app.api().signedUp(ada);
        long start = started(tokens);

        untilAfter(start + SHORT - 2);
        Tokens second = Tokens.of(app.api().refresh(tokens.refresh()));
        untilAfter(start + SHORT);

        app.api().refresh(second.refresh()).statusCode(200);
    }

    @Test
    void givenAnIdleLimitOfTheAppsClient_whenItHasPassed_thenTheSessionIsOverAndNobodyCriesTheft() {
        Tokens earlier = app.api().signedUp(ada);
        limit(Map.of(IDLE, String.valueOf(SHORT)));
        Tokens tokens = Tokens.of(app.api().signin(ada));
        assertThat(lifetime(tokens)).isEqualTo(SHORT);

        untilAfter(started(tokens) + SHORT);

        app.api().refresh(tokens.refresh()).statusCode(401);
        app.api().refresh(earlier.refresh()).statusCode(401);
        assertThat(app.realm().events("REFRESH_TOKEN_ERROR"))
                .filteredOn(event -> tokens.userId().equals(event.get("userId")))
                .singleElement()
                .satisfies(event -> assertThat(event.get("details").toString()).contains("session_expired"));
        app.api().signin(ada).statusCode(200);
    }

    @Test
    void givenALifespanOfTheAppsClient_whenSigningIn_thenNoTokenPromisesMore() {
        limit(Map.of(MOST, String.valueOf(SHORT)));
        app.api().signup(ada).statusCode(200);

        Tokens tokens = Tokens.of(app.api().signin(ada).body("expires_in", lessThanOrEqualTo(SHORT)));

        assertThat(lifetime(tokens)).isLessThanOrEqualTo(SHORT);
        untilAfter(started(tokens) + SHORT);
        app.api().me(tokens.access()).statusCode(401);
        app.api().refresh(tokens.refresh()).statusCode(401);
    }

    /** Sets limits of the client that stands for the API; what is taken away comes back when the realm is saved. */
    private static void limit(Map<String, String> limits) {
        Map<String, Object> client = new HashMap<>(app.realm().client("heimdall"));
        Map<String, Object> attributes = new HashMap<>(attributes(app));
        attributes.putAll(limits);
        client.put("attributes", attributes);
        app.realm().call(Method.PUT, "/clients/" + client.get("id"), client);
        app.realm().update(Map.of("displayName", "Limits"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(App of) {
        return (Map<String, Object>) of.realm().client("heimdall").get("attributes");
    }

    private static long started(Tokens tokens) {
        return number(tokens, "iat");
    }

    /** Of the refresh token, in seconds. */
    private static long lifetime(Tokens tokens) {
        return number(tokens, "exp") - number(tokens, "iat");
    }

    private static long number(Tokens tokens, String claim) {
        return ((Number) tokens.refreshJwt().claims().get(claim)).longValue();
    }

    private static void untilAfter(long second) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().getEpochSecond() > second);
    }
}
