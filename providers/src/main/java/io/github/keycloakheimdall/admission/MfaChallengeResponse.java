/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for a second factor in place of tokens.
 *
 * @param mfaRequired always true; what tells it from a pair of tokens
 * @param mfaToken what to send back with the code
 * @param factors any of which will do, as a recovery code will; empty where recovery codes are all there is
 */
public record MfaChallengeResponse(boolean mfaRequired, String mfaToken, Instant expiresAt, List<Choice> factors)
        implements ApiResponse {

    /** A factor, as far as someone may see it who has only proved the password. */
    @Schema(name = "FactorChoice")
    public record Choice(
            String id, String type, @Schema(nullable = true) String label) {

        static Choice of(Factor factor) {
            return new Choice(factor.id(), factor.type(), factor.label());
        }
    }
}
