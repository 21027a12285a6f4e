/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import io.github.keycloakheimdall.health.Finding;
import io.github.keycloakheimdall.health.HealthReport;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The tab's line about what the app lacks. It is no toggle: a save leaves it as it is. */
public final class TabHealth {

    static final String KEY = "health";
    static final String NOTHING = "ok";

    static final ProviderConfigProperty FIELD = field();

    private TabHealth() {}

    /** Has the realm's tab, if it has one, show the report. */
    public static void show(KeycloakSessionFactory factory, String realmId, HealthReport report) {
        OwnTransaction.run(factory, own -> {
            RealmModel realm = own.realms().getRealm(realmId);
            if (realm != null && other(realm, line(report)).isPresent()) {
                own.getContext().setRealm(realm);
                write(own, RealmLock.acquire(own, realm), line(report));
            }
        });
    }

    /** What the component says of it; null for nothing yet. */
    static @Nullable String in(@Nullable ComponentModel tab) {
        return tab == null ? null : tab.get(KEY);
    }

    /** The realm's tab, if it shows another line. */
    private static Optional<ComponentModel> other(RealmModel realm, String line) {
        return Optional.ofNullable(TabComponent.find(realm)).filter(tab -> !line.equals(in(tab)));
    }

    private static void write(KeycloakSession session, RealmModel realm, String line) {
        other(realm, line).ifPresent(tab -> {
            tab.put(KEY, line);
            TabComponent.mirrored(session, () -> realm.updateComponent(tab));
        });
    }

    private static String line(HealthReport report) {
        return report.data().isEmpty()
                ? NOTHING
                : report.data().stream().map(TabHealth::line).collect(Collectors.joining(" "));
    }

    private static String line(Finding finding) {
        return finding.message() + ' ' + finding.cure();
    }

    private static ProviderConfigProperty field() {
        ProviderConfigProperty field = new ProviderConfigProperty(
                KEY, "heimdall_health", "heimdall_health_help", ProviderConfigProperty.TEXT_TYPE, null);
        field.setReadOnly(true);
        return field;
    }
}
