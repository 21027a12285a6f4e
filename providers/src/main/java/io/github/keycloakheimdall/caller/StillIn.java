/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import org.keycloak.models.KeycloakSession;

/** For what a caller must not do any more once a change, at the same moment, put them out. */
public final class StillIn {

    private StillIn() {}

    /**
     * Waits until nobody else changes the caller's account, keeps others from it until the transaction ends, and checks
     * the bearer once more.
     *
     * @throws ApiException 401 when it was called back meanwhile
     */
    public static void require(App app, AppUser caller) {
        KeycloakSession session = app.session();
        UserLock.acquire(session, caller.user());
        boolean holds = Bearer.of(session)
                .map(token -> TokenCheck.of(app, token))
                .filter(TokenCheck::holds)
                .isPresent();
        if (!holds) {
            throw ApiException.bearerRequired();
        }
    }
}
