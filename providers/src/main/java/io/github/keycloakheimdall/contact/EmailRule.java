/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.contact;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands;
import io.github.keycloakheimdall.keycloak.user.ProfilePermissions;
import io.github.keycloakheimdall.keycloak.user.UserLookup;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What the realm's user profile says of a user's next email. */
final class EmailRule {

    private final KeycloakSession session;
    private final ProfileDemands demands;
    private final UserModel user;
    private final boolean own;

    /** @param own whether the user changes it, and not an admin */
    EmailRule(KeycloakSession session, UserModel user, boolean own) {
        this.session = session;
        this.demands = new ProfileDemands(session);
        this.user = user;
        this.own = own;
    }

    /**
     * @throws ApiException 403 when the email is not the user's to change, 400 for one that the profile refuses, 409
     *     for a directory's
     */
    void require(String email) {
        UserStore.requireWritable(session, user, UserModel.EMAIL);
        if (own && !ProfilePermissions.ownersMayChangeEmail(session)) {
            throw ApiException.forbidden("Only admins change the email here");
        }
        new UserLookup(session, session.getContext().getRealm()).takeIn(null, email);
        if (!demands.acceptsEmail(user, email)) {
            throw ApiException.badRequest("The realm's user profile refuses this email");
        }
    }
}
