/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.webhook;

import io.github.keycloakheimdall.keycloak.credential.RemovedCredential;
import io.github.keycloakheimdall.keycloak.event.GlobalListener;
import io.github.keycloakheimdall.keycloak.runtime.Feature;
import io.github.keycloakheimdall.outbound.EventKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.keycloak.events.Details;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.organization.OrganizationProvider;

/** Notes for an app's webhook what admins do, here, in the console and over Keycloak's own REST API. */
public final class AdminDeeds extends GlobalListener {

    private static final Set<String> NO_FACTORS =
            Set.of(PasswordCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    public AdminDeeds() {
        super("heimdall-webhook-admins");
    }

    @Override
    protected void heard(KeycloakSession session, AdminEvent event) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || event.getError() != null || !realm.getId().equals(event.getRealmId())) {
            return;
        }
        String[] path = Objects.requireNonNullElse(event.getResourcePath(), "").split("/");
        if (path.length < 2) {
            return;
        }
        if (path[0].equals("users")) {
            Happenings.touched(session, realm, path[1]);
            credential(session, realm, event, path);
        } else if (path[0].equals("organizations")) {
            tenant(session, realm, event, path);
        }
    }

    private static void credential(KeycloakSession session, RealmModel realm, AdminEvent event, String[] path) {
        if (path.length != 4
                || !path[2].equals("credentials")
                || !Subscription.of(session, realm).wants(EventKind.MFA_FACTOR_DISABLED)) {
            return;
        }
        String type = event.getDetails() == null ? null : event.getDetails().get(Details.CREDENTIAL_TYPE);
        if (type == null) {
            type = RemovedCredential.type(session, path[1], path[3]).orElse(null);
        }
        UserModel user = session.users().getUserById(realm, path[1]);
        if (user != null && type != null && !NO_FACTORS.contains(type)) {
            Map<String, String> data = UserData.of(user);
            Factor.put(data, type, path[3]);
            Happenings.note(
                    session, realm, new Happening(EventKind.MFA_FACTOR_DISABLED, path[1] + ' ' + path[3], data));
        }
    }

    private static void tenant(KeycloakSession session, RealmModel realm, AdminEvent event, String[] path) {
        if (event.getResourceType() == ResourceType.ORGANIZATION && path.length == 2) {
            if (event.getOperationType() == OperationType.CREATE) {
                note(session, realm, EventKind.TENANT_CREATED, path[1], path[1]);
            } else if (event.getOperationType() == OperationType.UPDATE) {
                note(session, realm, EventKind.TENANT_UPDATED, path[1], path[1]);
            } else if (event.getOperationType() == OperationType.DELETE
                    && !Feature.ORGANIZATION_REMOVED_EVENT.isThere()) {
                TenantEvents.removed(session, path[1], Map.of("tenant_id", path[1]));
            }
        } else if (event.getResourceType() == ResourceType.ORGANIZATION_MEMBERSHIP) {
            invite(session, realm, event, path);
        }
    }

    /** Keycloak tells of an invitation by what it asks for. */
    private static void invite(KeycloakSession session, RealmModel realm, AdminEvent event, String[] path) {
        String last = path[path.length - 1];
        if (event.getOperationType() == OperationType.ACTION) {
            note(session, realm, EventKind.TENANT_INVITE_CREATED, path[1], event.getId());
        } else if (event.getOperationType() == OperationType.DELETE
                && path.length == 4
                && path[2].equals("invitations")) {
            note(session, realm, EventKind.TENANT_INVITE_REVOKED, path[1], last);
        }
    }

    private static void note(KeycloakSession session, RealmModel realm, EventKind kind, String tenantId, String about) {
        if (!Subscription.of(session, realm).wants(kind)) {
            return;
        }
        OrganizationModel tenant =
                session.getProvider(OrganizationProvider.class).getById(tenantId);
        Map<String, String> data = tenant == null ? new LinkedHashMap<>() : TenantEvents.data(tenant);
        data.putIfAbsent("tenant_id", tenantId);
        if (kind == EventKind.TENANT_INVITE_REVOKED) {
            data.put("invite_id", about);
        }
        Happenings.note(session, realm, new Happening(kind, about, data));
    }
}
