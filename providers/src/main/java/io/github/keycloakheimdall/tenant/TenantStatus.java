/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

/** Whether a tenant can be used; a disabled organization is suspended unless it was archived here. */
public enum TenantStatus {
    ACTIVE,
    SUSPENDED,
    ARCHIVED
}
