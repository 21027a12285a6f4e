/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** @param contactId where codes by mail go; null for the primary email */
record EnrolRequest(
        @NotNull @Pattern(regexp = "totp|email") String type,
        @Size(max = 64) @Nullable String label,
        @Size(max = 255) @Nullable String contactId)
        implements ApiRequest {

    boolean byMail() {
        return type.equals("email");
    }

    @Nullable
    String labelOrNull() {
        return label == null || label.isBlank() ? null : label.strip();
    }
}
