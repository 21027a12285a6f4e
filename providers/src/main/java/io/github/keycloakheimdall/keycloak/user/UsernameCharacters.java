/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.validator.UsernameProhibitedCharactersValidator;
import org.keycloak.validate.Validators;

/** Keycloak's own check of what a username consists of. */
public final class UsernameCharacters {

    private UsernameCharacters() {}

    /** Whether all of them may be in a username, also where an admin took the check out of the profile. */
    public static boolean areAllowed(KeycloakSession session, String username) {
        return Validators.validator(session, UsernameProhibitedCharactersValidator.ID)
                .validate(username, UserModel.USERNAME)
                .isValid();
    }
}
