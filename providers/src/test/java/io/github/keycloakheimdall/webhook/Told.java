/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import java.time.Duration;
import java.util.function.Predicate;

/** What a receiver that wants signins, and maybe more, was told of an app. */
final class Told {

    private Told() {}

    /** These and no others, in any order. What was written before is on its way before what happens last. */
    static void exactly(App app, Receiver receiver, String... types) {
        TestUser last = TestUser.named("last");
        app.api().signedUp(last);
        Predicate<Receiver.Delivery> ofTheLast = delivery -> delivery.body().contains(last.username());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> receiver.of("user.signin").stream().anyMatch(ofTheLast));
        await().untilAsserted(() -> assertThat(receiver.deliveries().stream()
                        .filter(ofTheLast.negate())
                        .map(Receiver.Delivery::type))
                .containsExactlyInAnyOrder(types));
    }
}
