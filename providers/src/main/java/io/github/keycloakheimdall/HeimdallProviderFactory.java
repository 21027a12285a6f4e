/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import io.github.keycloakheimdall.activity.AuditShipper;
import io.github.keycloakheimdall.app.AppLifecycle;
import io.github.keycloakheimdall.console.TabHealth;
import io.github.keycloakheimdall.health.HealthWatch;
import io.github.keycloakheimdall.insight.DayKeeper;
import io.github.keycloakheimdall.keycloak.ServerFit;
import io.github.keycloakheimdall.machine.MaskedSecrets;
import io.github.keycloakheimdall.outbound.PrivateTargets;
import io.github.keycloakheimdall.registry.Removals;
import io.github.keycloakheimdall.tenant.KeptRoles;
import io.github.keycloakheimdall.webhook.WebhookWatch;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Keycloak's door to this extension. */
public final class HeimdallProviderFactory implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory {

    private static final String ID = "v1";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new RealmPath(session);
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // All else is set per realm.
        PrivateTargets.configure(config);
        ServerFit.require();
        ExtensionVersion.tell();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        AppLifecycle.listen(factory);
        MaskedSecrets.listen(factory);
        Removals.listen(factory);
        WebhookWatch.listen(factory);
        KeptRoles.listen(factory);
        AuditShipper.listen(factory);
        DayKeeper.listen(factory);
        HealthWatch.listen(factory, Checks.ALL, (realmId, report) -> TabHealth.show(factory, realmId, report));
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return ExtensionVersion.shown();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
