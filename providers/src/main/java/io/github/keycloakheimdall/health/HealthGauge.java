/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many findings each realm has, in Keycloak's metrics: as they were seen last by this node, so that to read the
 * metrics asks no realm. A realm without any has no series, and no more than {@value #MOST} realms have one.
 */
final class HealthGauge {

    private static final int MOST = 500;

    private final MultiGauge gauge = MultiGauge.builder("heimdall.health.findings")
            .description("What Heimdall apps lack, as this node saw it last")
            .register(Metrics.globalRegistry);
    private final Map<String, Seen> realms = new LinkedHashMap<>();

    /** Notes what a realm has; none takes it off the list. */
    synchronized List<Finding> set(String realmId, String realm, List<Finding> findings) {
        Seen before = findings.isEmpty() ? realms.remove(realmId) : put(realmId, new Seen(realm, findings));
        gauge.register(realms.values().stream().flatMap(Seen::rows).toList(), true);
        return before == null ? List.of() : before.findings();
    }

    /** The ids of the realms that had findings. */
    synchronized Set<String> realms() {
        return Set.copyOf(realms.keySet());
    }

    private Seen put(String realmId, Seen seen) {
        return realms.size() < MOST || realms.containsKey(realmId) ? realms.put(realmId, seen) : seen;
    }

    private record Seen(String realm, List<Finding> findings) {

        Stream<Row<?>> rows() {
            return Arrays.stream(Severity.values())
                    .filter(severity -> count(severity) > 0)
                    .map(this::row);
        }

        private Row<?> row(Severity severity) {
            return Row.of(Tags.of("realm", realm, "severity", severity.label()), count(severity));
        }

        private long count(Severity severity) {
            return findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
        }
    }
}
