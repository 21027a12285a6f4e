/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import org.keycloak.models.UserModel;

/** The account behind a caller, as another transaction of the request sees it. */
final class CallerAccount {

    private CallerAccount() {}

    /** @throws ApiException 401 when it was deleted since the request began */
    static UserModel require(App there, String id) {
        UserModel account = there.session().users().getUserById(there.realm(), id);
        if (account == null) {
            throw ApiException.bearerRequired();
        }
        return account;
    }
}
