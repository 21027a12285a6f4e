/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import org.keycloak.models.RoleModel;

/**
 * A membership.
 *
 * @param role the app role that the user has inside the tenant
 * @param joinedAt milliseconds since the epoch
 */
public record Member(String id, String tenantId, String accountId, RoleModel role, long joinedAt) {}
