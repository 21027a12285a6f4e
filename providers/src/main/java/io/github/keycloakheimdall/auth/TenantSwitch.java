/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.admission.Readiness;
import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.organization.OrganizationSwitch;
import io.github.keycloakheimdall.tenant.ActiveTenant;
import io.github.keycloakheimdall.tenant.Member;
import io.github.keycloakheimdall.tenant.Members;
import io.github.keycloakheimdall.tenant.Tenant;
import io.github.keycloakheimdall.tenant.Tenants;
import io.github.keycloakheimdall.token.Proof;
import io.github.keycloakheimdall.token.TokenIssuer;
import io.github.keycloakheimdall.token.TokenResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;

/** Which tenant the caller's session is in. */
final class TenantSwitch {

    private final KeycloakSession session;
    private final App app;
    private final AppUser caller;

    TenantSwitch(App app, AppUser caller) {
        this.session = app.session();
        this.app = app;
        this.caller = caller;
    }

    MyTenants list() {
        if (!OrganizationSwitch.isOn(app.realm())) {
            return new MyTenants(List.of());
        }
        List<String> ids = session.getProvider(OrganizationProvider.class)
                .getByMember(caller.user())
                .map(OrganizationModel::getId)
                .toList();
        Tenants tenants = new Tenants(app);
        return new MyTenants(ids.stream()
                .flatMap(id -> tenants.find(id).stream())
                .flatMap(this::describe)
                .toList());
    }

    /**
     * @throws ApiException 403 unless it is an active tenant of the caller's, {@code ACTION_REQUIRED} when the caller
     *     has something to do first, {@code STEP_UP_REQUIRED} when the session knows of a factor that the bearer does
     *     not tell of, 401 when the session ended
     */
    TokenResponse enter(String tenantId) {
        ActiveTenant tenant = ActiveTenant.require(app, caller.user(), tenantId);
        UserSessionModel userSession = caller.requireSession(session);
        // Whoever holds an old bearer must not come by a fresh one through the owner's step-up.
        if (!Objects.equals(Proof.of(userSession).mfaAt(), caller.claims().mfaAt())) {
            throw ApiException.forbidden("Refresh the tokens first", "STEP_UP_REQUIRED");
        }
        Readiness.require(
                session,
                caller.user(),
                EventType.REFRESH_TOKEN,
                Proof.of(userSession).byPassword());
        tenant.enter(userSession);
        return new TokenIssuer(app).next(userSession);
    }

    private Stream<MyTenants.MyTenant> describe(Tenant tenant) {
        return new Members(app, tenant).of(caller.user()).stream().map(member -> describe(tenant, member));
    }

    private static MyTenants.MyTenant describe(Tenant tenant, Member member) {
        return new MyTenants.MyTenant(
                tenant.id(),
                tenant.displayId(),
                tenant.slug(),
                tenant.displayName(),
                member.role().getName(),
                Instant.ofEpochMilli(member.joinedAt()));
    }
}
