/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.provider.ProviderOrganization;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What someone gets who signs in for the first time by the provider of an organization: they become a member of it. */
final class Membership {

    private final Optional<ProviderOrganization> organization;

    Membership(KeycloakSession session, String alias) {
        this.organization = ProviderOrganization.of(session, alias);
    }

    /**
     * @param email the provider's, or null
     * @throws ApiException 400 {@code email_required}, 403 {@code email_domain_not_allowed} for one whom it does not
     *     take
     */
    void require(@Nullable String email) {
        if (organization.isEmpty()) {
            return;
        }
        if (email == null) {
            throw ApiException.badRequest(
                    "The provider gives no email, and its organization asks for one", "email_required");
        }
        if (!organization.get().takes(email)) {
            throw ApiException.forbidden("The email is not of the organization", "email_domain_not_allowed");
        }
    }

    /** For an account that was made a moment ago. */
    void giveNew(UserModel made) {
        organization.ifPresent(found -> found.bring(made));
    }

    /** For one that was there before. */
    void give(UserModel user) {
        organization.ifPresent(found -> found.join(user));
    }
}
