/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.app;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether an app serves its users; the realm attribute {@code heimdall.status}. */
public enum AppStatus {
    ACTIVE,
    SUSPENDED,
    ARCHIVED;

    /** The one that a realm has with that value of the attribute, which may be null. */
    public static AppStatus stored(@Nullable String attribute) {
        return valueOf(Toggle.STATUS.read(attribute).toUpperCase(Locale.ROOT));
    }

    /** Its name in the attribute and in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
