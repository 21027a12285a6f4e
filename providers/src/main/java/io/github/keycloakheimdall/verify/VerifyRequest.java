/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.http.ApiRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param token null where the bearer is meant */
@Schema(name = "VerifyTokenRequest")
record VerifyRequest(String token) implements ApiRequest {}
