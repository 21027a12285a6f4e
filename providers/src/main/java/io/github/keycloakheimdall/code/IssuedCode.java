/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.code;

import java.time.Instant;

/** A code in the clear, which exists only until it is handed over. */
public record IssuedCode(String code, Instant expiresAt) {

    @Override
    public String toString() {
        return "IssuedCode[expiresAt=" + expiresAt + ']';
    }
}
