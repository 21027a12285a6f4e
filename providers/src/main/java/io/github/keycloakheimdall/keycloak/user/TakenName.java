/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.ValidationException;

/** What the user profile says of a username or an email that another account has. */
public final class TakenName {

    private TakenName() {}

    /** Whether that is among what it refused. */
    public static boolean isWhy(ValidationException refused) {
        return refused.hasError(Messages.USERNAME_EXISTS, Messages.EMAIL_EXISTS);
    }
}
