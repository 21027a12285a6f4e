/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import org.jspecify.annotations.Nullable;

/** What a provider knows somebody by. */
final class UpstreamIdentity {

    private static final int MAX_LENGTH = 255;

    private UpstreamIdentity() {}

    /** Whether it can be stored and found again. */
    static boolean isKeepable(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= MAX_LENGTH && id.indexOf('\0') < 0;
    }
}
