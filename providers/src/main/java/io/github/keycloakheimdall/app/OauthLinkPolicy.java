/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happens when a provider's verified email belongs to an account already. */
public enum OauthLinkPolicy {
    AUTO,
    CONFIRM,
    REJECT;

    /** Its name in the attribute and in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
