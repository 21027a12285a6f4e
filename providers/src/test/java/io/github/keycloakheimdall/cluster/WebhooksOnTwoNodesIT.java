/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.HeimdallApi;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.race.AtOnce;
import io.github.keycloakheimdall.webhook.Receiver;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both nodes note events and both send them, each event by one of them. */
@Tag("cluster")
class WebhooksOnTwoNodesIT {

    private static final int EVENTS = 60;

    @RegisterExtension
    static final NodePair nodes = new NodePair();

    @Test
    void givenEventsOnBothNodes_thenEachIsSentOnce() {
        try (App app = App.fresh().createOn(nodes.first());
                Receiver receiver = new Receiver()) {
            app.platform()
                    .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of("user.signup")))
                    .statusCode(200);
            List<HeimdallApi> apis = List.of(app.apiOn(nodes.first()), app.apiOn(nodes.second()));
            // The other node hears of the webhook a moment later.
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                apis.get(1).signedUp(TestUser.named("early"));
                return receiver.deliveries().size() > 0;
            });
            List<TestUser> users = Stream.generate(TestUser::ada).limit(EVENTS).toList();

            AtOnce.run(4, lane -> {
                for (int i = lane; i < EVENTS; i += 4) {
                    apis.get(i % 2).signup(users.get(i)).statusCode(200);
                }
                return lane;
            });

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(users).allMatch(user -> sent(receiver, user) > 0));
            assertThat(users).allMatch(user -> sent(receiver, user) == 1);
        }
    }

    @Test
    void givenEventsThatANodeWroteAndSends_whenItIsKilled_thenTheOtherTellsEach() {
        try (App app = App.fresh().createOn(nodes.first());
                Receiver receiver = new Receiver().replying(exchange -> hang())) {
            app.platform()
                    .as(Method.PUT, "/webhook", Map.of("url", receiver.url(), "event_types", List.of("user.signup")))
                    .statusCode(200);
            HeimdallApi api = app.apiOn(nodes.second());
            // The other node hears of the webhook a moment later.
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                api.signedUp(TestUser.named("early"));
                return receiver.deliveries().size() > 0;
            });
            List<TestUser> users = Stream.generate(TestUser::ada).limit(8).toList();
            users.forEach(api::signedUp);

            nodes.second().kill();
            try {
                receiver.replying(200);
                int before = receiver.deliveries().size();

                await().atMost(Duration.ofMinutes(3))
                        .untilAsserted(() -> assertThat(users).allMatch(user -> receiver.deliveries().stream()
                                .skip(before)
                                .anyMatch(delivery -> delivery.body().contains(user.username()))));
                assertThat(users).allSatisfy(user -> assertThat(receiver.deliveries().stream()
                                .filter(delivery -> delivery.body().contains(user.username()))
                                .map(delivery -> delivery.headers().get("webhook-id"))
                                .distinct())
                        .hasSize(1));
            } finally {
                // Other tests use the pair.
                nodes.second().start();
            }
        }
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static long sent(Receiver receiver, TestUser user) {
        return receiver.deliveries().stream()
                .filter(delivery -> delivery.body().contains(user.username()))
                .count();
    }
}
