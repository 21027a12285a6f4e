/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.code.IssuedCode;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A code that was made; empty where none could be, which is no error. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeAnswer(@Nullable String code, @Nullable Instant expiresAt) implements ApiResponse {

    /** The same where the code went out by mail: it is not told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mailed(@Nullable Instant expiresAt) implements ApiResponse {}

    static CodeAnswer handedOver(Optional<IssuedCode> issued) {
        return issued.map(code -> new CodeAnswer(code.code(), code.expiresAt()))
                .orElseGet(() -> new CodeAnswer(null, null));
    }

    static Mailed mailed(Optional<IssuedCode> issued) {
        return new Mailed(issued.map(IssuedCode::expiresAt).orElse(null));
    }
}
