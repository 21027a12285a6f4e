/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.token.TokenResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a signin answers, for the OpenAPI document: tokens, or a challenge for a second factor. */
@Schema(oneOf = {TokenResponse.class, MfaChallengeResponse.class})
public interface SigninResult extends ApiResponse {}
