/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.verify;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.caller.AppUser;
import io.github.keycloakheimdall.caller.Bearer;
import io.github.keycloakheimdall.caller.TokenCheck;
import io.github.keycloakheimdall.caller.TokenFailure;
import io.github.keycloakheimdall.caller.UserRights;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.token.AccessClaims;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Answers a backend's questions about a token. A token that does not hold is an answer here and no error. */
final class Verification {

    private static final String DENIED = "PERMISSION_DENIED";

    private final KeycloakSession session;
    private final App app;
    private final TokenCheck check;

    /**
     * @param token null where the bearer is meant
     * @throws ApiException 401 without either
     */
    Verification(App app, @Nullable String token) {
        this.session = app.session();
        this.app = app;
        String meant = token == null ? Bearer.of(session).orElseThrow(ApiException::bearerRequired) : token;
        this.check = TokenCheck.of(app, meant);
    }

    VerifyResponse verify() {
        AccessClaims claims = check.claims();
        if (claims == null) {
            return new VerifyResponse(false, check.failure(), null);
        }
        var principal = new VerifyResponse.Principal(
                claims.sub(), app.id(), claims.type(), check.role(), claims.isMachine() ? check.scopes() : null);
        return new VerifyResponse(true, null, principal);
    }

    AuthorizeResponse authorize(List<String> asked) {
        TokenFailure failure = check.failure();
        if (failure != null) {
            return new AuthorizeResponse(false, failure.name(), null);
        }
        List<String> missing = missing(asked, permissions());
        return missing.isEmpty()
                ? new AuthorizeResponse(true, null, null)
                : new AuthorizeResponse(false, DENIED, missing);
    }

    AuthorizeBatchResponse authorize(AuthorizeBatchRequest request) {
        Set<String> held = permissions();
        return new AuthorizeBatchResponse(IntStream.range(0, request.checks().size())
                .mapToObj(index -> {
                    var asked = request.checks().get(index);
                    List<String> missing = missing(asked.asked(index), held);
                    return new AuthorizeBatchResponse.Result(asked.id(), missing.isEmpty(), missing);
                })
                .toList());
    }

    private Set<String> permissions() {
        return check.caller() instanceof AppUser user ? UserRights.of(user).permissions() : check.scopes();
    }

    private static List<String> missing(List<String> asked, Set<String> held) {
        return asked.stream().filter(permission -> !held.contains(permission)).toList();
    }
}
