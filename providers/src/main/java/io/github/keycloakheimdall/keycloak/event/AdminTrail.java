/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.event;

import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * Begins events about the session's realm.
 *
 * @param admin in whose name they are recorded
 */
public record AdminTrail(KeycloakSession session, AdminAuth admin) {

    /** Begins one; the caller says what it is about, and records it. */
    public AdminEventBuilder event(OperationType operation, String... path) {
        return new AdminEventBuilder(
                        session.getContext().getRealm(),
                        admin,
                        session,
                        session.getContext().getConnection())
                .operation(operation)
                .resourcePath(path);
    }
}
