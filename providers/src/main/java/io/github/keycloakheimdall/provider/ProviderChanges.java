/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.event.GlobalListener;
import io.github.keycloakheimdall.keycloak.provider.ProviderSettings;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Notes when an admin set up or changed a provider of an app, be it in the console, by a tool or here. */
public final class ProviderChanges extends GlobalListener {

    private static final Set<OperationType> SAVES = EnumSet.of(OperationType.CREATE, OperationType.UPDATE);
    private static final Pattern PATH = Pattern.compile("identity-provider/instances/([^/]+)");

    public ProviderChanges() {
        super("heimdall-providers");
    }

    @Override
    protected void heard(KeycloakSession session, AdminEvent event) {
        Matcher path = PATH.matcher(Objects.requireNonNullElse(event.getResourcePath(), ""));
        if (event.getResourceType() == ResourceType.IDENTITY_PROVIDER
                && SAVES.contains(event.getOperationType())
                && path.matches()
                && isOfApp(session, event)) {
            note(session, path.group(1));
        }
    }

    private static boolean isOfApp(KeycloakSession session, AdminEvent event) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && realm.getId().equals(event.getRealmId()) && AppModel.isApp(realm);
    }

    private static void note(KeycloakSession session, String alias) {
        ProviderSettings settings = new ProviderSettings(session);
        settings.find(alias).ifPresent(provider -> {
            ProviderTimes.changed(provider);
            settings.note(provider);
        });
    }
}
