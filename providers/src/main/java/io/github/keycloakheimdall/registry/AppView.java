/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.registry;

import io.github.keycloakheimdall.app.AppFacts;
import io.github.keycloakheimdall.app.AppRows;
import io.github.keycloakheimdall.app.AppStatus;
import io.github.keycloakheimdall.app.Environment;
import io.github.keycloakheimdall.app.EventRetention;
import io.github.keycloakheimdall.app.Toggle;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.http.Metadata;
import io.github.keycloakheimdall.keycloak.realm.AdminRealm;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * An app as its admins see it.
 *
 * @param workspaceId the id of the administration realm, which all apps of a server belong to
 * @param createdBy the id of an admin, or {@code unknown}
 * @param auditRetentionDays how far the audit log goes back; null where nothing of it is ever deleted
 * @param webhookAttemptRetentionDays how long attempts to reach the webhook are kept
 */
record AppView(
        String id,
        String slug,
        String displayName,
        String workspaceId,
        AppStatus status,
        Environment environment,
        String createdBy,
        Map<String, Object> metadata,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable Integer auditRetentionDays,
        int webhookAttemptRetentionDays)
        implements ApiResponse {

    private static final String UNKNOWN = "unknown";

    /** @param name the display name, or null; {@code status} is the attribute's value, or null */
    static AppView of(
            String id,
            String slug,
            @Nullable String name,
            String workspaceId,
            String status,
            @Nullable Integer auditDays,
            AppFacts facts) {
        return new AppView(
                id,
                slug,
                name == null || name.isBlank() ? slug : name,
                workspaceId,
                AppStatus.stored(status),
                facts.environment(),
                facts.createdBy() == null ? UNKNOWN : facts.createdBy(),
                Metadata.read(facts.metadata()),
                facts.createdAt(),
                facts.updatedAt(),
                auditDays,
                facts.attemptDays());
    }

    static AppView of(KeycloakSession session, RealmModel realm) {
        return of(
                realm.getId(),
                realm.getName(),
                realm.getDisplayName(),
                AdminRealm.of(session).getId(),
                realm.getAttribute(Toggle.STATUS.attribute()),
                EventRetention.days(realm),
                AppRows.read(session, realm));
    }
}
