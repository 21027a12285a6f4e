/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.AppStatus;
import io.github.keycloakheimdall.app.AttemptRetention;
import io.github.keycloakheimdall.app.EventRetention;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.Metadata;
import io.github.keycloakheimdall.keycloak.event.AdminEvents;
import io.github.keycloakheimdall.keycloak.event.EventNote;
import io.github.keycloakheimdall.keycloak.realm.RealmChange;
import io.github.keycloakheimdall.keycloak.realm.RealmLock;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Changes of an app itself. */
final class Changes {

    private final KeycloakSession session;
    private final App app;
    private final AdminAuth admin;

    Changes(App app, AdminAuth admin) {
        this.session = app.session();
        this.app = app;
        this.admin = admin;
    }

    /** @throws ApiException 400 for another slug, and for metadata that are too long */
    AppView update(UpdateAppRequest request) {
        RealmModel realm = app.realm();
        if (request.slug() != null && !request.slug().equals(realm.getName())) {
            throw ApiException.invalid("slug", FieldFault.READ_ONLY, "is permanent");
        }
        String metadata = Metadata.write(request.metadata());
        EventNote note = EventNote.of("app.updated");
        if (request.displayName() != null) {
            note = note.changed("display_name", realm.getDisplayName(), request.displayName());
            realm.setDisplayName(request.displayName());
        }
        if (request.auditRetentionDays() != null) {
            note = note.changed("audit_retention_days", EventRetention.days(realm), request.auditRetentionDays());
            EventRetention.keep(realm, request.auditRetentionDays());
        }
        if (request.webhookAttemptRetentionDays() != null) {
            note = note.changed(
                    "webhook_attempt_retention_days",
                    AppRows.read(session, realm).attemptDays(),
                    request.webhookAttemptRetentionDays());
            AttemptRetention.change(session, realm, request.webhookAttemptRetentionDays());
        }
        AppRows.update(session, realm, metadata);
        return saved(realm, note);
    }

    /** @throws ApiException 400 for an archived app */
    AppView move(AppStatus wanted) {
        RealmModel realm = RealmLock.acquire(session, app.realm());
        AppStatus before = AppStatus.stored(realm.getAttribute(Toggle.STATUS.attribute()));
        if (before == AppStatus.ARCHIVED && wanted != AppStatus.ARCHIVED) {
            throw ApiException.invalid("status", FieldFault.NOT_ALLOWED, "cannot change, the app is archived");
        }
        Toggle.STATUS.set(realm, wanted.word());
        AppRows.update(session, realm, null);
        return saved(realm, EventNote.of("app.status_changed").changed("status", before.word(), wanted.word()));
    }

    private AppView saved(RealmModel realm, EventNote note) {
        RealmChange.announce(session, realm);
        new AdminEvents(session, admin).record(note, OperationType.UPDATE, ResourceType.REALM);
        return AppView.of(session, realm);
    }
}
