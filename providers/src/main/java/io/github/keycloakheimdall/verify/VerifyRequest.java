/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.http.ApiRequest;

/** @param token null where the bearer is meant */
record VerifyRequest(String token) implements ApiRequest {}
