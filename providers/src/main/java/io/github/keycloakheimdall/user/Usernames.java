/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.user.UsernameCharacters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What a username of this API may be, beyond what the realm's user profile says of it. */
final class Usernames {

    private static final String FIELD = "username";

    private Usernames() {}

    /** @throws ApiException 400 for a name that is another's to have, or that passes for one */
    static void check(KeycloakSession session, RealmModel realm, String username) {
        FieldError fault = fault(session, realm, username);
        if (fault != null) {
            throw ApiException.invalid(List.of(fault));
        }
    }

    /** Why the name will not do, or null. */
    static @Nullable FieldError fault(KeycloakSession session, RealmModel realm, String username) {
        if (!realm.isRegistrationEmailAsUsername()) {
            // It would answer for somebody else's address at signin.
            if (username.indexOf('@') >= 0) {
                return fault(FieldFault.MALFORMED, "must not contain @");
            }
            if (!UsernameCharacters.areAllowed(session, username)) {
                return fault(FieldFault.MALFORMED, "is not valid");
            }
        }
        if (!Lookalikes.isPlain(username)) {
            return fault(FieldFault.MALFORMED, "is not valid");
        }
        // Keycloak gives such names to clients, and could make no client of the rest of the name.
        return username.toLowerCase(Locale.ROOT).startsWith(ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX)
                ? fault(FieldFault.RESERVED, "is reserved")
                : null;
    }

    private static FieldError fault(FieldFault code, String reason) {
        return new FieldError(FIELD, code, reason);
    }
}
