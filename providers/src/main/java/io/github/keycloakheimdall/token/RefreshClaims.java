/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

/**
 * What a refresh token says. Its {@code typ} and its algorithm keep it from ever passing for a bearer. Times are
 * seconds since the epoch.
 *
 * @param sid the session it renews
 * @param jti its own id; the session remembers which one is current
 */
public record RefreshClaims(
        String typ, String iss, String aud, String sub, String sid, long iat, long exp, String jti) {

    /** The only accepted {@link #typ}. */
    public static final String TYPE = "heimdall-refresh";
}
