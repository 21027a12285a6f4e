/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.provider;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.provider.ProviderFlags;
import io.github.keycloakheimdall.keycloak.provider.ProviderSettings;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;

/**
 * The providers of an app, which are the identity providers of its realm: what is set up here shows in the console, and
 * the other way round.
 */
final class Providers {

    private static final String ROUTE = "/auth/oauth/%s/callback";

    private final KeycloakSession session;
    private final App app;
    private final ProviderSettings settings;

    Providers(App app) {
        this.session = app.session();
        this.app = app;
        this.settings = new ProviderSettings(session);
    }

    /** Those that this API sets up, set up or not, and then the realm's others. */
    List<ProviderEntry> list() {
        List<IdentityProviderModel> found = settings.ofRealm();
        Stream<ProviderEntry> ours =
                Arrays.stream(ProviderKind.values()).map(kind -> ProviderEntry.of(kind, settings.find(kind.alias())));
        Stream<ProviderEntry> others = found.stream()
                .filter(model -> Arrays.stream(ProviderKind.values())
                        .noneMatch(kind -> kind.alias().equals(model.getAlias())))
                .map(ProviderEntry::of);
        return Stream.concat(ours, others).toList();
    }

    /** @throws ApiException 404 where it is not set up */
    ProviderDetail read(ProviderKind kind) {
        return detail(kind, settings.find(kind.alias()).orElseThrow(ApiException::notFound));
    }

    /**
     * Sets it up, or sets it up anew; what the console alone knows stays.
     *
     * @throws ApiException 400 for settings that cannot be, 409 where the alias is another kind of provider's
     */
    ProviderDetail put(ProviderKind kind, Map<String, Object> config, boolean enabled, AdminEvents events) {
        ConfigChange change = ConfigChange.of(kind, config).asWhole();
        RealmLock.acquire(session, app.realm());
        Optional<IdentityProviderModel> found = settings.find(kind.alias());
        found.ifPresent(model -> requireOfKind(kind, model));
        return save(kind, found.orElseGet(() -> begin(kind, change)), change, enabled, events);
    }

    /**
     * Changes what is named.
     *
     * @param enabled null leaves it
     * @throws ApiException 404 where it is not set up, and as {@link #put}
     */
    ProviderDetail patch(
            ProviderKind kind, @Nullable Map<String, Object> config, @Nullable Boolean enabled, AdminEvents events) {
        ConfigChange change = ConfigChange.of(kind, config == null ? Map.of() : config);
        RealmLock.acquire(session, app.realm());
        IdentityProviderModel model = settings.find(kind.alias()).orElseThrow(ApiException::notFound);
        requireOfKind(kind, model);
        return save(kind, model, change, enabled == null ? model.isEnabled() : enabled, events);
    }

    /**
     * Takes it away; who signed in by it stays linked, and comes back in by it once it is set up again.
     *
     * @throws ApiException 409 where the alias is another kind of provider's
     */
    void delete(ProviderKind kind, AdminEvents events) {
        RealmLock.acquire(session, app.realm());
        settings.find(kind.alias()).ifPresent(model -> requireOfKind(kind, model));
        if (settings.remove(kind.alias())) {
            record(events, EventNote.NONE, OperationType.DELETE, kind);
        }
    }

    private IdentityProviderModel begin(ProviderKind kind, ConfigChange change) {
        IdentityProviderModel model = settings.fresh(kind.alias());
        ProviderFlags.trustOnEmails(model, kind.tellsOfProof());
        model.setSyncMode(IdentityProviderSyncMode.IMPORT);
        // Keycloak's login page could lead nowhere.
        ProviderFlags.hideOnLoginPage(model, !change.servesBrowsers());
        return model;
    }

    private ProviderDetail save(
            ProviderKind kind, IdentityProviderModel model, ConfigChange change, boolean enabled, AdminEvents events) {
        boolean isNew = model.getInternalId() == null;
        EventNote note = EventNote.NONE
                .with("config", change.names())
                .changed("enabled", isNew ? null : model.isEnabled(), enabled);
        change.applyTo(model.getConfig());
        model.getConfig().putAll(kind.safeguards());
        model.setEnabled(enabled);
        try {
            settings.save(model);
        } catch (IllegalArgumentException refused) {
            throw ApiException.invalid(
                    "config", FieldFault.NOT_ALLOWED, Objects.requireNonNullElse(refused.getMessage(), "is not valid"));
        }
        record(events, note, isNew ? OperationType.CREATE : OperationType.UPDATE, kind);
        return read(kind);
    }

    private static void record(AdminEvents events, EventNote note, OperationType operation, ProviderKind kind) {
        events.record(note, operation, ResourceType.IDENTITY_PROVIDER, "identity-provider", "instances", kind.alias());
    }

    private ProviderDetail detail(ProviderKind kind, IdentityProviderModel model) {
        return ProviderDetail.of(kind, model, app.url(ROUTE.formatted(kind.alias())));
    }

    private static void requireOfKind(ProviderKind kind, IdentityProviderModel model) {
        if (!kind.alias().equals(model.getProviderId())) {
            throw ApiException.conflict(
                    "The realm's identity provider '" + kind.alias() + "' is of the kind '" + model.getProviderId()
                            + "'; change it in Keycloak's console",
                    "PROVIDER_MANAGED_ELSEWHERE");
        }
    }
}
