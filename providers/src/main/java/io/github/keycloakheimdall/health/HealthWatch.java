/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.app.AppSeen;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Tells the log and the metrics what apps lack: looks when an app was changed or first used on this node, and every few
 * minutes at those again that lacked something, because another node may have heard of the cure.
 */
public final class HealthWatch {

    private static final Logger LOG = Logger.getLogger(HealthWatch.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final KeycloakSessionFactory factory;
    private final List<Check> checks;
    private final BiConsumer<String, HealthReport> show;
    private final HealthGauge gauge = new HealthGauge();

    private HealthWatch(KeycloakSessionFactory factory, List<Check> checks, BiConsumer<String, HealthReport> show) {
        this.factory = factory;
        this.checks = checks;
        this.show = show;
    }

    /**
     * Starts to watch; to be called once, when the server starts.
     *
     * @param show is told of each look at a realm, by its id
     */
    public static void listen(
            KeycloakSessionFactory factory, List<Check> checks, BiConsumer<String, HealthReport> show) {
        factory.register(new HealthWatch(factory, checks, show)::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof AppSeen seen) {
            look(seen.realmId());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            gauge.set(removed.getRealm().getId(), removed.getRealm().getName(), List.of());
        } else if (event instanceof PostMigrationEvent) {
            OwnTransaction.run(factory, own -> own.getProvider(TimerProvider.class)
                    .schedule(() -> gauge.realms().forEach(this::look), AGAIN.toMillis(), "heimdall-health"));
        }
    }

    /** Whatever the app was seen for has happened, and must not fail for this. */
    private void look(@Nullable String realmId) {
        try {
            HealthReport report = OwnTransaction.call(factory, own -> {
                RealmModel realm = own.realms().getRealm(realmId);
                if (realm == null) {
                    return new HealthReport(List.of());
                }
                own.getContext().setRealm(realm);
                HealthReport found =
                        AppModel.isApp(realm) ? HealthReport.of(checks, own, realm) : new HealthReport(List.of());
                tell(realm, found.data());
                return found;
            });
            show.accept(realmId, report);
        } catch (RuntimeException e) {
            LOG.warnf(e, "What the app of realm %s lacks could not be looked at", realmId);
        }
    }

    private void tell(RealmModel realm, List<Finding> findings) {
        List<Finding> before = gauge.set(realm.getId(), realm.getName(), findings);
        findings.stream()
                .filter(finding -> !before.contains(finding))
                .forEach(finding -> LOG.warnf(
                        "Realm %s: %s: %s %s", realm.getName(), finding.code(), finding.message(), finding.cure()));
    }
}
