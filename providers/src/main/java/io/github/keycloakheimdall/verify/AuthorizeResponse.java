/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the token's owner may do all that was asked.
 *
 * @param error why not: what is wrong with the token, or {@code PERMISSION_DENIED}
 * @param missingPermissions those of a token that holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuthorizeResponse(
        boolean authorized,
        @Nullable String error,
        @Nullable List<String> missingPermissions) implements ApiResponse {}
