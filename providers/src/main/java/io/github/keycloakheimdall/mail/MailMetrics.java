/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;

/** Counts what became of mails, in Keycloak's own {@code /metrics}. */
enum MailMetrics {
    SENT("sent"),
    FAILED("failed"),
    /** Too many of the app were waiting. */
    DROPPED("dropped"),
    /** The address had enough of them. */
    HELD_BACK("held_back");

    private static final MeterProvider<Counter> MAILS = Counter.builder("heimdall.mails")
            .description("Mails of the Heimdall API")
            .withRegistry(Metrics.globalRegistry);

    private final String outcome;

    MailMetrics(String outcome) {
        this.outcome = outcome;
    }

    void count() {
        MAILS.withTag("outcome", outcome).increment();
    }
}
