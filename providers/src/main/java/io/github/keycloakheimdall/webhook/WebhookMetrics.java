/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;

/** Counts what became of events, in Keycloak's own {@code /metrics}. */
enum WebhookMetrics {
    /** Noted, to be sent. */
    WRITTEN("written"),
    /** Taken by the receiver. */
    DELIVERED("delivered"),
    /** An attempt that the receiver did not take. */
    FAILED("failed"),
    /** Given up on. */
    DEAD("dead"),
    /** Given up on, and not kept: there were too many. */
    DROPPED("dropped");

    private static final MeterProvider<Counter> EVENTS = Counter.builder("heimdall.webhook.events")
            .description("Events of Heimdall apps for their webhooks")
            .withRegistry(Metrics.globalRegistry);

    private final String outcome;

    WebhookMetrics(String outcome) {
        this.outcome = outcome;
    }

    /** Has each of them in the metrics from the start, at nothing. */
    static void start() {
        for (WebhookMetrics each : values()) {
            each.count(0);
        }
    }

    void count() {
        count(1);
    }

    void count(int events) {
        EVENTS.withTag("outcome", outcome).increment(events);
    }
}
