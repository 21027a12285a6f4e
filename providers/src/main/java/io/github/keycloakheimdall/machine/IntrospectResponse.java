/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.caller.TokenCheck;
import io.github.keycloakheimdall.http.ApiResponse;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.Collection;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a token can do. Times are seconds since the epoch; of an inactive token nothing but that is told.
 *
 * @param clientId a machine client's only
 * @param scopes a machine client's only
 * @param scope the same, separated by spaces
 * @param role a user's only, as it is now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntrospectResponse(
        boolean active,

        @Schema(enumeration = {AccessClaims.END_USER, AccessClaims.M2M}) @Nullable
        String type,

        @Nullable String sub,
        @Nullable String clientId,
        @Nullable String aid,
        @Nullable String iss,
        @Nullable Long iat,
        @Nullable Long exp,
        @Nullable Collection<String> scopes,
        @Nullable String scope,
        @Nullable String role)
        implements ApiResponse {

    static final IntrospectResponse INACTIVE =
            new IntrospectResponse(false, null, null, null, null, null, null, null, null, null, null);

    /** What a token says that holds. */
    static IntrospectResponse active(TokenCheck check, AccessClaims claims) {
        SortedSet<String> scopes = claims.isMachine() ? check.scopes() : null;
        return new IntrospectResponse(
                true,
                claims.type(),
                claims.sub(),
                claims.isMachine() ? claims.sub() : null,
                claims.aid(),
                claims.iss(),
                claims.iat(),
                claims.exp(),
                scopes,
                scopes == null ? null : String.join(" ", scopes),
                check.role());
    }
}
