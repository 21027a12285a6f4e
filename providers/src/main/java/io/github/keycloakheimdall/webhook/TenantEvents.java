/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.organization.OrganizationMove;
import io.github.keycloakheimdall.keycloak.organization.OrganizationRemoval;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.outbound.EventKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/** Notes for an app's webhook who joins and leaves its tenants, and which of those go. */
final class TenantEvents {

    private static final Set<EventKind> OF_MEMBERS = Set.of(
            EventKind.TENANT_MEMBER_ADDED, EventKind.TENANT_MEMBER_REMOVED, EventKind.TENANT_MEMBER_ROLE_CHANGED);

    /** The attribute of a session with the id of the tenant that somebody joined last in it. */
    private static final String JOINED = TenantEvents.class.getName() + ".joined";

    private TenantEvents() {}

    static void hear(ProviderEvent event) {
        if (event instanceof OrganizationModel.OrganizationMemberJoinEvent joined) {
            joined.getSession().setAttribute(JOINED, joined.getOrganization().getId());
            member(joined, EventKind.TENANT_MEMBER_ADDED);
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            member(left, EventKind.TENANT_MEMBER_REMOVED);
        }
        if (Feature.ORGANIZATION_REMOVED_EVENT.isThere()) {
            OrganizationRemoval.of(event)
                    .ifPresent(removal ->
                            removed(removal.session(), removal.organization().getId(), data(removal.organization())));
        }
        if (Feature.ORGANIZATION_GROUPS.isThere()) {
            OrganizationMove.of(event).ifPresent(TenantEvents::role);
        }
    }

    /** Notes that a tenant is deleted, and that its members leave is no news then. */
    static void removed(KeycloakSession session, String tenantId, Map<String, String> data) {
        RealmModel realm = session.getContext().getRealm();
        if (realm != null && Subscription.of(session, realm).wantsAny(Happenings.OF_TENANTS)) {
            Happenings.removed(session, realm, new Happening(EventKind.TENANT_DELETED, tenantId, data));
        }
    }

    /** The id of the tenant that somebody joined last in this request, or null. */
    static @Nullable String lastJoined(KeycloakSession session) {
        return session.getAttribute(JOINED, String.class);
    }

    /** A new map, which more may be put into. */
    static Map<String, String> data(OrganizationModel tenant) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("tenant_id", tenant.getId());
        data.put("display_name", tenant.getName());
        return data;
    }

    private static void member(OrganizationModel.OrganizationMembershipEvent event, EventKind kind) {
        KeycloakSession session = event.getSession();
        RealmModel realm = session.getContext().getRealm();
        if (realm != null && Subscription.of(session, realm).wantsAny(OF_MEMBERS)) {
            Map<String, String> data = data(event.getOrganization());
            data.putAll(UserData.of(event.getUser()));
            Happenings.moved(session, realm, about(data));
            note(session, realm, kind, data);
        }
    }

    /** A role inside a tenant is a group of the organization's that is called like one of the app's roles. */
    private static void role(OrganizationMove move) {
        RealmModel realm = move.session().getContext().getRealm();
        if (realm == null
                || !Subscription.of(move.session(), realm).wants(EventKind.TENANT_MEMBER_ROLE_CHANGED)
                || !AppModel.isAppRole(realm, move.group())
                || move.organization() == null) {
            return;
        }
        Map<String, String> data = data(move.organization());
        data.putAll(UserData.of(move.user()));
        data.put(move.joined() ? "role_name" : "previous_role_name", move.group());
        note(move.session(), realm, EventKind.TENANT_MEMBER_ROLE_CHANGED, data);
    }

    private static void note(KeycloakSession session, RealmModel realm, EventKind kind, Map<String, String> data) {
        Happenings.note(session, realm, new Happening(kind, about(data), data));
    }

    private static String about(Map<String, String> data) {
        return data.get("tenant_id") + ' ' + data.get("account_id");
    }
}
