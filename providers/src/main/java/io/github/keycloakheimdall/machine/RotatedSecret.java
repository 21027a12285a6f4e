/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import io.github.keycloakheimdall.http.ApiResponse;

/** A machine client's new secret; nothing shows it again. */
record RotatedSecret(String clientId, String clientSecret) implements ApiResponse {}
