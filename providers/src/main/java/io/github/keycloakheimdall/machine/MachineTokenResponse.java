/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiResponse;

/**
 * A machine client's token; there is none to renew it with.
 *
 * @param expiresIn seconds
 * @param scope separated by spaces
 */
record MachineTokenResponse(String accessToken, String tokenType, int expiresIn, String scope) implements ApiResponse {}
