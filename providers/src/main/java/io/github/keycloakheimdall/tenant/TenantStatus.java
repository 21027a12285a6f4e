/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a tenant can be used; a disabled organization is suspended unless it was archived here. */
public enum TenantStatus {
    ACTIVE,
    SUSPENDED,
    ARCHIVED;

    /** The name in requests and answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
