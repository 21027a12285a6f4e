/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.http.ApiRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param token null where the bearer is meant */
@Schema(name = "VerifyTokenRequest")
record VerifyRequest(@Nullable String token) implements ApiRequest {}
