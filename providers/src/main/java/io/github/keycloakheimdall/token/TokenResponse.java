/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.token;

import io.github.keycloakheimdall.http.ApiResponse;

/**
 * A pair of tokens (guide, steps 3, 4 and 6).
 *
 * @param expiresIn seconds until the access token expires
 */
public record TokenResponse(String accessToken, String refreshToken, String tokenType, int expiresIn)
        implements ApiResponse {}
