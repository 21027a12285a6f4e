/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.provider;

import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** The identity providers of the realm that are there for its users, of whatever protocol. */
final class UpstreamModel {

    private UpstreamModel() {}

    /** One that users sign in by: it is on, not for linking alone, and Keycloak keeps its users. */
    static Optional<IdentityProviderModel> find(KeycloakSession session, String alias) {
        return toLink(session, alias).filter(model -> !ProviderFlags.isForLinkingOnly(model));
    }

    /** One that accounts are linked to: also one that is for that alone. */
    static Optional<IdentityProviderModel> toLink(KeycloakSession session, String alias) {
        return Optional.ofNullable(session.identityProviders().getByAlias(alias))
                .filter(model -> model.isEnabled() && !model.isTransientUsers());
    }
}
