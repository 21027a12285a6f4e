/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events reach receivers that are there, and those that are not cost nobody else anything. */
@Tag("long")
class DeliveryIT {

    private static final String TYPE = "user.signup";

    @RegisterExtension
    static final App app = App.fresh();

    private final Receiver receiver = new Receiver();
    private final Hook hook = new Hook(app);

    @AfterEach
    void close() {
        hook.call(Method.DELETE, "").statusCode(204);
        receiver.close();
    }

    @Test
    void givenAReceiverThatIsBackAfterAFailure_thenTheSameEventComesAgainUnderTheSameId() {
        receiver.replying(500);
        hook.tell(receiver.url(), TYPE);
        app.api().signedUp(TestUser.ada());
        receiver.await(1);
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isEqualTo(1));
        receiver.replying(204);

        List<Receiver.Delivery> both = receiver.await(2);

        assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
        assertThat(both.get(1).headers().get("webhook-id"))
                .isEqualTo(both.get(0).headers().get("webhook-id"));
        await().untilAsserted(() ->
                assertThat(hook.read().getInt("consecutive_failures")).isZero());
        assertThat(hook.attempts())
                .extracting(attempt -> attempt.get("status_code"))
                .containsExactly(204, 500);
        assertThat(hook.attempts())
                .extracting(attempt -> attempt.get("attempt_number"))
                .containsExactly(2, 1);
        hook.call(Method.GET, "/attempts?outcome=failed")
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("data[0].response_body", equalTo("status 500"))
                .body("data[0].event_type", equalTo(TYPE))
                .body("data[0].url", equalTo(receiver.url()))
                .body("pagination.has_more", equalTo(false));
    }

    @Test
    void givenManyAttempts_thenTheyAreReadInPages() {
        hook.tell(receiver.url(), TYPE);
        for (int i = 0; i < 5; i++) {
            app.api().signedUp(TestUser.ada());
        }
        await().untilAsserted(() -> assertThat(hook.attempts()).hasSize(5));

        Map<String, Object> first = hook.call(Method.GET, "/attempts?outcome=succeeded&limit=3")
                .statusCode(200)
                .body("data.size()", equalTo(3))
                .extract()
                .jsonPath()
                .getMap("pagination");
        hook.call(Method.GET, "/attempts?limit=3&cursor=" + first.get("next_cursor"))
                .statusCode(200)
                .body("data.size()", equalTo(2))
                .body("pagination.next_cursor", nullValue());
        assertThat(hook.call(Method.GET, "/attempts?limit=2")
                        .extract()
                        .jsonPath()
                        .getList(""))
                .hasSize(2);
    }

    @Test
    void givenReceiversThatHangAndDrip_thenNobodyWaitsForThem() {
        try (App other = App.fresh().createOn(app.server());
                Receiver quick = new Receiver();
                Receiver dripping = new Receiver().replying(DeliveryIT::drip)) {
            receiver.replying(exchange -> sleep(Duration.ofSeconds(20)));
            hook.tell(receiver.url(), TYPE, "user.signin");
            new Hook(other).tell(quick.url(), TYPE);
            Instant start = Instant.now();
            for (int i = 0; i < 10; i++) {
                app.api().signedUp(TestUser.ada());
            }
            other.api().signedUp(TestUser.ada());
            quick.await(1);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(12));

            try (App third = App.fresh().createOn(app.server())) {
                Hook slow = new Hook(third);
                slow.tell(dripping.url(), TYPE);
                third.api().signedUp(TestUser.ada());
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    assertThat(slow.attempts()).isNotEmpty();
                    assertThat(hook.attempts()).isNotEmpty();
                });
                assertThat(List.of(slow.attempts().get(0), hook.attempts().get(0)))
                        .allSatisfy(attempt -> assertThat((String) attempt.get("error_message"))
                                .contains("no answer within 15 seconds"));
            }
        }
    }

    @Test
    void givenARedirect_thenItIsNotFollowedAndCountsAsAFailure() {
        try (Receiver elsewhere = new Receiver()) {
            receiver.replying(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url());
                Receiver.answer(exchange, 307, "");
            });
            hook.tell(receiver.url(), TYPE);
            app.api().signedUp(TestUser.ada());

            Map<String, Object> attempt = attempt();

            assertThat(attempt).containsEntry("status_code", 307);
            assertThat(attempt.get("error_message")).isNotNull();
            assertThat(elsewhere.deliveries()).isEmpty();
        }
    }

    @Test
    void givenAnAnswerOfFortyMegabytes_thenItsBeginningIsRead() {
        receiver.replying(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] megabyte = "x\u0000".repeat(512 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                exchange.getResponseBody().write(megabyte);
            }
        });
        hook.tell(receiver.url(), TYPE);
        app.api().signedUp(TestUser.ada());

        Map<String, Object> attempt = attempt();

        assertThat(attempt).containsEntry("status_code", 200);
        assertThat((String) attempt.get("response_body")).hasSize(1024).doesNotContain("\u0000");
    }

    @Test
    void givenNobodyThere_thenItSaysSo() {
        receiver.close();
        hook.tell(receiver.url(), TYPE);
        app.api().signedUp(TestUser.ada());

        Map<String, Object> attempt = attempt();

        assertThat(attempt.get("status_code")).isNull();
        assertThat((String) attempt.get("error_message")).startsWith("No answer: ");
    }

    @Test
    void givenACertificateThatNobodyVouchesFor_thenNothingIsSent() throws Exception {
        try (TlsReceiver untrusted = new TlsReceiver()) {
            hook.tell(untrusted.url(), TYPE);
            app.api().signedUp(TestUser.ada());

            assertThat((String) attempt().get("error_message")).startsWith("No trusted connection: ");
            assertThat(untrusted.requests()).isZero();
        }
    }

    @Test
    void givenAReceiverThatIsGone_thenWhatFollowsIsKeptAndReplayed() {
        receiver.replying(410);
        hook.tell(receiver.url(), TYPE);
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() ->
                assertThat(hook.read().getString("disabled_reason")).contains("410"));
        TestUser later = TestUser.named("later");
        app.api().signedUp(later);
        await().untilAsserted(() -> assertThat(hook.deadLetters()).hasSize(2));
        app.platform()
                .as(Method.GET, "/health", null)
                .statusCode(200)
                .body("data.code", hasItems("webhook_disabled", "dead_letters"));
        assertThat(receiver.deliveries()).hasSize(1);
        Map<String, Object> letter = hook.deadLetters().get(0);
        assertThat(letter).containsEntry("attempts", 0).containsEntry("event_type", TYPE);
        assertThat(letter.get("payload").toString()).contains(later.username());

        replay(letter).body("status", equalTo("failed")).body("status_code", equalTo(410));
        hook.call(Method.POST, "/dead-letters/replay")
                .statusCode(200)
                .body("replayed", equalTo(0))
                .body("remaining", equalTo(1))
                .body("stopped_on.status_code", equalTo(410));
        receiver.replying(200);
        replay(letter).body("status", equalTo("delivered")).body("error", nullValue());
        assertThat(receiver.deliveries().get(receiver.deliveries().size() - 1).body())
                .contains(later.username());
        assertThat(hook.deadLetters())
                .filteredOn("id", letter.get("id"))
                .first(MAP)
                .containsEntry("last_status_code", 200)
                .containsEntry("last_error", null);
        hook.call(Method.GET, "/dead-letters?unreplayed=true").statusCode(200).body("data.size()", equalTo(1));
        hook.call(Method.POST, "/dead-letters/replay")
                .statusCode(200)
                .body("replayed", equalTo(1))
                .body("remaining", equalTo(0))
                .body("stopped_on", nullValue());

        hook.tell(receiver.url(), TYPE);
        assertThat(hook.read().getString("disabled_at")).isNull();
        TestUser last = TestUser.named("last");
        app.api().signedUp(last);
        await().until(() -> receiver.deliveries().stream()
                .anyMatch(delivery -> delivery.body().contains(last.username())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/attempts?outcome=x", "/dead-letters?unreplayed=x"})
    void givenAFilterThatMeansNothing_thenItIs400(String list) {
        hook.call(Method.GET, list).statusCode(400).body("errors.size()", equalTo(1));
    }

    @Test
    void givenAnotherAppsDeadLetter_thenItIs404() {
        receiver.replying(410);
        hook.tell(receiver.url(), TYPE);
        app.api().signedUp(TestUser.ada());
        await().untilAsserted(() -> assertThat(hook.deadLetters()).hasSize(1));
        try (App another = App.fresh().createOn(app.server())) {
            Hook others = new Hook(another);
            others.tell(receiver.url(), TYPE);

            others.call(
                            Method.POST,
                            "/dead-letters/" + hook.deadLetters().get(0).get("id") + "/replay")
                    .statusCode(404);
        }
        assertThat(receiver.deliveries()).hasSize(1);
    }

    private Map<String, Object> attempt() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !hook.attempts().isEmpty());
        return hook.attempts().get(0);
    }

    private ValidatableResponse replay(Map<String, Object> letter) {
        return hook.call(Method.POST, "/dead-letters/" + letter.get("id") + "/replay")
                .statusCode(200);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 200; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            sleep(Duration.ofMillis(200));
        }
    }

    /** Until the time is up, or the receiver is closed. */
    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
