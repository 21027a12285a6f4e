/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.factor.Factor;
import io.github.keycloakheimdall.http.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a second factor in place of tokens.
 *
 * @param mfaRequired always true; what tells it from a pair of tokens
 * @param mfaToken what to send back with the code
 * @param factors any of which will do, as a recovery code will; empty where recovery codes are all there is
 */
public record MfaChallengeResponse(boolean mfaRequired, String mfaToken, Instant expiresAt, List<Choice> factors)
        implements ApiResponse {

    /**
     * A factor, as far as someone may see it who has only proved the password.
     *
     * @param emailMasked where its codes go; left out unless they come by mail
     */
    @Schema(name = "FactorChoice")
    public record Choice(
            String id,
            @Schema(enumeration = {"totp", "hotp", "email"}) String type,
            @Schema(nullable = true) @Nullable String label,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Nullable
            String emailMasked) {

        static Choice of(Factor factor, @Nullable String emailMasked) {
            return new Choice(factor.id(), factor.type(), factor.label(), emailMasked);
        }
    }
}
