/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code in the clear, which exists only until it is handed over. */
public record IssuedCode(@Nullable String code, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedCode[expiresAt=" + expiresAt + ']';
    }
}
