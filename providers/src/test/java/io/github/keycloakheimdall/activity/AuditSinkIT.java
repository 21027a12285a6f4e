/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.RealmBoss;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit log of an app is sent to where it wants it. */
class AuditSinkIT {

    @RegisterExtension
    static final App app = App.fresh();

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        sink(Method.DELETE, null);
        receiver.close();
    }

    @Test
    void givenNone_thenItIs404() {
        sink(Method.GET, null).statusCode(404);
        sink(Method.DELETE, null).statusCode(404);
    }

    @Test
    void givenASink_thenWhatHappensFromNowOnComesOnceTheOldestFirst() {
        TestUser earlier = TestUser.named("earlier");
        app.api().signedUp(earlier);
        sink(Method.PUT, Map.of("url", receiver.url()))
                .statusCode(200)
                .body("signing_secret", matchesPattern("whsec_.*"))
                .body("enabled", equalTo(true))
                .body("last_delivered_at", nullValue());
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);
        app.api().signin(ada.withPassword("wrong-Password")).statusCode(401);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(actions()).contains("user.signup", "auth.signin.failed"));
        app.api().signedIn(ada);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(actions().stream().filter("auth.session.created"::equals))
                        .hasSize(2));

        List<Map<String, Object>> entries = entries();
        assertThat(entries).extracting(entry -> entry.get("id")).doesNotHaveDuplicates();
        assertThat(entries)
                .extracting(entry -> (String) entry.get("created_at"))
                .isSorted();
        assertThat(receiver.deliveries()).noneMatch(batch -> batch.body().contains(earlier.username()));
        Receiver.Delivery batch = receiver.deliveries().get(0);
        assertThat(batch.json().getString("app.slug")).isEqualTo(app.slug());
        assertThat(batch.headers()).containsKeys("webhook-id", "webhook-signature", "x-auth-signature");
        sink(Method.GET, null)
                .statusCode(200)
                .body("last_delivered_at", notNullValue())
                .body("consecutive_failures", equalTo(0));
    }

    @Test
    void givenASinkThatTakesNothing_thenTheSameEntriesComeAgainAndNoneIsLost() {
        receiver.replying(503);
        sink(Method.PUT, Map.of("url", receiver.url())).statusCode(200);
        app.api().signedUp(TestUser.ada());
        receiver.await(1);
        await().untilAsserted(() -> sink(Method.GET, null).body("consecutive_failures", equalTo(1)));
        TestUser meanwhile = TestUser.named("meanwhile");
        app.api().signedUp(meanwhile);
        receiver.replying(200);

        await().atMost(Duration.ofSeconds(40))
                .until(() -> receiver.deliveries().stream().skip(1).anyMatch(batch -> batch.body()
                        .contains(meanwhile.username())));

        List<String> refused = receiver.deliveries().get(0).json().getList("data.id");
        List<String> taken = new ArrayList<>();
        receiver.deliveries().stream()
                .skip(1)
                .forEach(batch -> taken.addAll(batch.json().getList("data.id")));
        assertThat(taken).containsAll(refused).doesNotHaveDuplicates();
    }

    @Test
    void givenManyEntries_thenABatchHasAHundred() {
        receiver.replying(503);
        sink(Method.PUT, Map.of("url", receiver.url())).statusCode(200);
        for (int i = 0; i < 120; i++) {
            app.platform()
                    .as(Method.PATCH, "/auth-config", Map.of("max_sessions", 10 + i % 2))
                    .statusCode(200);
        }
        receiver.replying(200);
        sink(Method.PUT, Map.of("url", receiver.url())).statusCode(200);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(receiver.deliveries().stream()
                        .map(batch -> batch.json().getList("data").size()))
                .contains(100)
                .allMatch(size -> size <= 100));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(entries().stream()
                        .map(entry -> entry.get("id"))
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(121));
    }

    @Test
    void givenAReceiverThatIsGone_thenTheSinkIsDisabledUntilItIsSetAgain() {
        receiver.replying(410);
        sink(Method.PUT, Map.of("url", receiver.url())).statusCode(200);
        app.api().signedUp(TestUser.ada());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        sink(Method.GET, null).body("enabled", equalTo(false)).body("disabled_reason", notNullValue()));
        app.platform()
                .as(Method.GET, "/health", null)
                .statusCode(200)
                .body("data.code", hasItem("audit_sink_disabled"));
        receiver.replying(200);

        sink(Method.PUT, Map.of("url", receiver.url())).statusCode(200).body("enabled", equalTo(true));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receiver.deliveries().size()).isGreaterThan(1));
        sink(Method.DELETE, null).statusCode(204);
        sink(Method.GET, null).statusCode(404);
    }

    @ParameterizedTest
    @MethodSource
    void givenABadBody_thenItIs400AndNothingIsKept(Object body) {
        sink(Method.PUT, body).statusCode(400);
        sink(Method.GET, null).statusCode(404);
    }

    static Stream<Object> givenABadBody_thenItIs400AndNothingIsKept() {
        return Stream.of(
                Map.of(),
                Map.of("url", ""),
                Map.of("url", "ftp://example.com/"),
                Map.of("url", 1),
                Map.of("url", "https://example.com/" + "a".repeat(2048)),
                Map.of("url", "https://example.com/", "secret", "mine"),
                "[]");
    }

    @Test
    void givenAnAdminWhoMayNotSeeEvents_thenItIs403() {
        Map<String, String> body = Map.of("url", receiver.url());
        assertThat(RealmBoss.of(app, "manage-realm").here(Method.PUT, "/audit-sink", body))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "view-events").here(Method.PUT, "/audit-sink", body))
                .isEqualTo(403);
        assertThat(RealmBoss.of(app, "manage-realm", "view-events").here(Method.PUT, "/audit-sink", body))
                .isEqualTo(200);
    }

    private ValidatableResponse sink(Method method, Object body) {
        return app.platform().as(method, "/audit-sink", body);
    }

    private List<Map<String, Object>> entries() {
        List<Map<String, Object>> all = new ArrayList<>();
        receiver.deliveries().forEach(batch -> all.addAll(batch.json().getList("data")));
        return all;
    }

    private List<String> actions() {
        return entries().stream().map(entry -> (String) entry.get("action")).toList();
    }
}
