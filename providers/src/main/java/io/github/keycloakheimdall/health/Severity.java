/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How bad a finding is: the app, or a part of it, does not work; or something works in another way than one might
 * think.
 */
public enum Severity {
    ERROR,
    WARNING;

    /** As the API and the metrics have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
