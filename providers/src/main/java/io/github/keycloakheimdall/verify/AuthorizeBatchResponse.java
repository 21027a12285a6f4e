/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.http.ApiResponse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers, in the order of the checks. */
record AuthorizeBatchResponse(List<Result> results) implements ApiResponse {

    /** @param missingPermissions all that were asked for, when the token does not hold */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuthorizationResult")
    record Result(String id, boolean authorized, List<String> missingPermissions) {}
}
