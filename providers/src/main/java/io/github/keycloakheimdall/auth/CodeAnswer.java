/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakheimdall.code.IssuedCode;
import io.github.keycloakheimdall.http.ApiResponse;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** A code that was made; empty where none could be, which is no error. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeAnswer(String code, Instant expiresAt) implements ApiResponse {

    static Response handedOver(Optional<IssuedCode> issued) {
        return created(issued.map(code -> new CodeAnswer(code.code(), code.expiresAt())));
    }

    static Response mailed(Optional<IssuedCode> issued) {
        return created(issued.map(code -> new CodeAnswer(null, code.expiresAt())));
    }

    private static Response created(Optional<CodeAnswer> answer) {
        return Response.status(Response.Status.CREATED)
                .entity(answer.orElseGet(() -> new CodeAnswer(null, null)))
                .build();
    }
}
