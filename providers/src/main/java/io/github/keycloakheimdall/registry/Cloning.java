/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppCopy;
import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.Apps;
import io.github.keycloakheimdall.app.AttemptRetention;
import io.github.keycloakheimdall.app.Environment;
import io.github.keycloakheimdall.caller.KeycloakAdmin;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.TimeCursor;
import io.github.keycloakheimdall.keycloak.admin.AdminRole;
import io.github.keycloakheimdall.keycloak.admin.ServerRights;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.tenant.TenantChanges;
import io.github.keycloakheimdall.tenant.Tenants;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;

/** Copies an app: how it is set up, and nobody and nothing that gets in anywhere. */
final class Cloning {

    private static final int MOST_TENANTS = 500;

    private final KeycloakSession session;
    private final App app;
    private final KeycloakAdmin admin;

    Cloning(App app, KeycloakAdmin admin) {
        this.session = app.session();
        this.app = app;
        this.admin = admin;
    }

    /**
     * @throws ApiException 400 for the source's own slug, 403 for who may not make realms or read all that is copied,
     * 409
     */
    ClonedApp create(CloneAppRequest request) {
        requireRights(Boolean.TRUE.equals(request.copyTenants()));
        if (request.slug().equals(app.slug())) {
            throw ApiException.invalid("slug", FieldFault.NOT_ALLOWED, "is the source's");
        }
        List<Tenant> tenants = Boolean.TRUE.equals(request.copyTenants()) ? tenants() : List.of();
        List<String> providers = providers();
        AppCopy copy = new AppCopy(app);
        RealmRepresentation file = AppFile.read();
        copy.writeTo(file);
        String name = app.realm().getDisplayName();
        file.setDisplayName(request.displayName() == null ? name : request.displayName());
        RealmModel realm = new Creation(session, admin.recordedAs()).make(request.slug(), file);
        Environment environment = Environment.of(request.environment()).orElseThrow();
        AppRows.describe(session, realm, environment, null);
        AttemptRetention.change(
                session, realm, AppRows.read(session, app.realm()).attemptDays());
        add(tenants, realm);
        return new ClonedApp(
                AppView.of(session, realm),
                new ClonedApp.Copied(
                        copy.roles(), copy.permissions(), copy.rolePermissions(), tenants.size(), true, false),
                providers,
                null,
                notes(providers));
    }

    private void requireRights(boolean copyTenants) {
        if (!new ServerRights(session, admin.recordedAs()).mayCreateRealms()) {
            throw ApiException.forbidden("Missing admin role: create-realm");
        }
        admin.require(AdminRole.VIEW_CLIENTS);
        if (copyTenants) {
            admin.require(AdminRole.VIEW_ORGANIZATIONS);
        }
    }

    /** The oldest first, so that the copies have their order. */
    private List<Tenant> tenants() {
        List<Tenant> found = new ArrayList<>(new Tenants(app).list(null, TimeCursor.of(null), MOST_TENANTS));
        if (found.size() > MOST_TENANTS) {
            throw ApiException.invalid(
                    "copy_tenants",
                    FieldFault.NOT_ALLOWED,
                    "must not be true for more than " + MOST_TENANTS + " tenants");
        }
        Collections.reverse(found);
        return found;
    }

    @SuppressWarnings("deprecation") // What took its place came with 26.5.
    private List<String> providers() {
        return admin.rights().has(AdminRole.VIEW_IDENTITY_PROVIDERS)
                ? session.identityProviders()
                        .getAllStream()
                        .map(IdentityProviderModel::getAlias)
                        .sorted()
                        .toList()
                : List.of();
    }

    private void add(List<Tenant> tenants, RealmModel realm) {
        if (tenants.isEmpty()) {
            return;
        }
        session.getContext().setRealm(realm);
        TenantChanges changes = new TenantChanges(Apps.unserved(session, realm));
        for (Tenant tenant : tenants) {
            Tenant made = changes.create(tenant.displayName(), tenant.slug(), tenant.metadata());
            changes.update(made, null, null, tenant.status(), null);
        }
        session.getContext().setRealm(app.realm());
    }

    private List<String> notes(List<String> providers) {
        List<String> notes = new ArrayList<>();
        if (!app.realm().getSmtpConfig().isEmpty()) {
            notes.add("The mail server is not copied; set it up in Keycloak's console.");
        }
        if (!providers.isEmpty()) {
            notes.add("Identity providers are not copied; set them up with credentials of their own.");
        }
        return notes;
    }
}
