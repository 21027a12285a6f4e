/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.health.Check;
import io.github.keycloakheimdall.health.Finding;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the app's backend hears what happens. */
public final class WebhookCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        Optional<WebhookEntity> webhook = Webhooks.find(session, realm.getId());
        return webhook.isEmpty() ? Stream.empty() : Stream.concat(disabled(webhook.get()), letters(session, realm));
    }

    private static Stream<Finding> disabled(WebhookEntity webhook) {
        return webhook.disabledAt == null
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "webhook_disabled",
                        "The webhook is disabled, and events become dead letters: " + webhook.disabledReason + ".",
                        "Mend the receiver, and PUT the webhook again."));
    }

    private static Stream<Finding> letters(KeycloakSession session, RealmModel realm) {
        long waiting = new DeadLetters(session, realm.getId()).waiting();
        return waiting == 0
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "dead_letters",
                        "Events that the webhook's receiver did not take wait to be replayed: " + waiting + ".",
                        "Mend the receiver, and POST /webhook/dead-letters/replay."));
    }
}
