/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.constraint.NotNull;
import io.github.keycloakheimdall.constraint.Size;
import io.github.keycloakheimdall.http.ApiRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /auth/oauth/{provider}}.
 *
 * @param nonce what the app made up, and had the SHA-256 hash of put into the token
 * @param user what Apple tells the app beside the token, once; null later
 */
record NativeSigninRequest(
        @NotNull @Size(min = 16, max = 8192) String idToken,
        @NotNull @Size(min = 16, max = 256) String nonce,
        @Nullable Hint user)
        implements ApiRequest {

    /** Nobody signed it, so the name is a name and nothing more, and the email is not read. */
    @Schema(name = "AppleUser")
    record Hint(
            @Size(max = 255) String name, @Size(max = 255) String email) {}

    /** What the app calls the user, or null. */
    @Nullable
    String name() {
        return user == null || user.name() == null || user.name().isBlank() ? null : user.name();
    }
}
