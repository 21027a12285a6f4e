/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.http.ApiRequest;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param identifier with the password, for an account that has no bearer yet; null where the bearer or the code tells
 *     whose it is
 * @param password null without an identifier
 */
@Schema(name = "VerifyContactRequest")
record VerifyRequest(
        @NotNull @Size(max = 64) String code,
        @Size(max = 255) @Nullable String identifier,
        @Size(max = 1024) @Nullable String password)
        implements ApiRequest {

    /**
     * Whether the code comes with an account.
     *
     * @throws ApiException 400 for one half of it
     */
    Optional<Account> account() {
        if (identifier != null && password != null) {
            return Optional.of(new Account(identifier, password));
        }
        if (identifier != null || password != null) {
            throw ApiException.invalid(
                    identifier == null ? "identifier" : "password",
                    FieldFault.REQUIRED,
                    "must be given with the other");
        }
        return Optional.empty();
    }

    /** Whom the code comes with, and what proves it. */
    record Account(String identifier, String password) {}
}
