/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mfa;

import io.github.keycloakheimdall.http.ApiRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record EnrolRequest(
        @NotNull @Pattern(regexp = "totp") String type,
        @Size(max = 64) String label) implements ApiRequest {

    String labelOrNull() {
        return label == null || label.isBlank() ? null : label.strip();
    }
}
