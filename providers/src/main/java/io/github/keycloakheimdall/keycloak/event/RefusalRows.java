/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import io.github.keycloakheimdall.allowance.AddressScope;
import io.github.keycloakheimdall.allowance.TokenBuckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * An event whose refusal is recorded only so often for one address: each is a row that stays for months, and anyone can
 * cause one. What goes unrecorded is counted, and told in the log once a minute. What succeeded is always recorded.
 */
final class RefusalRows extends EventBuilder {

    /** Of one app and address on one node: at once, and again over {@link #PERIOD}. */
    static final int MOST = 300;

    private static final Duration PERIOD = Duration.ofMinutes(30);
    private static final int ADDRESSES = 100_000;

    private static final Logger LOG = Logger.getLogger(RefusalRows.class);
    private static final TokenBuckets<Source> RECORDED = new TokenBuckets<>(PERIOD, ADDRESSES);
    private static final TokenBuckets<String> TOLD = new TokenBuckets<>(Duration.ofMinutes(1), 1_000);
    private static final MeterProvider<Counter> UNRECORDED = Counter.builder("heimdall.refusals.unrecorded")
            .description(
                    "Refusals of the Heimdall API that no event tells of, because too many came from their address")
            .withRegistry(Metrics.globalRegistry);

    private final String realmId;
    private final String realmName;
    private final String address;

    private record Source(String realmId, String address) {}

    RefusalRows(KeycloakSession session) {
        super(session.getContext().getRealm(), session, session.getContext().getConnection());
        this.realmId = session.getContext().getRealm().getId();
        this.realmName = session.getContext().getRealm().getName();
        this.address = AddressScope.of(session);
    }

    @Override
    public void error(String error) {
        if (RECORDED.take(new Source(realmId, address), MOST) == 0) {
            super.error(error);
            return;
        }
        UNRECORDED.withTags().increment();
        if (TOLD.take(realmId, 1) == 0) {
            LOG.warnf("Realm %s: too many refusals of %s; not all of them are recorded", realmName, address);
        }
    }
}
