/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.factors;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Pattern;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;

record EnrolRequest(
        @NotNull @Pattern(regexp = "totp") String type,
        @Size(max = 64) String label) implements ApiRequest {

    String labelOrNull() {
        return label == null || label.isBlank() ? null : label.strip();
    }
}
