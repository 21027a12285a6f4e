/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.console;

import io.github.keycloakheimdall.app.AppLifecycle;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.keycloak.admin.AdminBearer;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.services.ui.extend.UiTabProviderFactory;

/**
 * The tab "Heimdall" in the console's realm settings. Keycloak keeps what such a tab saves in a component; the API
 * reads realm attributes only, so a save is copied to them, and {@link TabSync} takes care of the other direction.
 */
public final class HeimdallTab implements UiTabProviderFactory<UiTabProvider> {

    static final String ID = "heimdall";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "heimdall_tab_help";
    }

    @Override
    public String getPath() {
        return "/:realm/realm-settings/:tab?";
    }

    @Override
    public Map<String, String> getParams() {
        return Map.of("tab", ID);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return TabFields.ALL;
    }

    /** @throws ComponentValidationException on a value that is none; Keycloak translates it and answers 400 */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        TabComponent.pin(realm, model);
        if (!TabComponent.isBeingMirrored(session)) {
            TabValues.check(realm, model);
        }
    }

    @Override
    public void onCreate(KeycloakSession session, RealmModel realm, ComponentModel model) {
        saved(session, realm, model);
    }

    @Override
    public void onUpdate(KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel model) {
        saved(session, realm, model);
    }

    private static void saved(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (!TabComponent.isBeingMirrored(session)) {
            Map<String, String> before = Toggle.allIn(realm);
            TabValues.copyTo(realm, model);
            AppLifecycle.changed(session, realm);
            record(session, EventNote.NONE.changed(before, Toggle.allIn(realm)));
        }
    }

    /** Keycloak's own event tells that a component was saved, and not which toggle that was about. */
    private static void record(KeycloakSession session, EventNote note) {
        if (!note.equals(EventNote.NONE)) {
            AdminBearer.atKeycloaksOwnApi(session).ifPresent(admin -> new AdminEvents(session, admin)
                    .record(note, OperationType.UPDATE, ResourceType.REALM));
        }
    }

    @Override
    public void init(Config.Scope config) {
        // Everything is set per realm.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TabSync.listen(factory);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
