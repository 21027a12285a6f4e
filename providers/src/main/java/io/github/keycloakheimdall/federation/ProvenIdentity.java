/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.provider.BrokeredUsers;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Someone's account at a provider, which they showed to be theirs.
 *
 * @param id the provider's own for it
 * @param username what the provider calls them, or null
 */
record ProvenIdentity(String alias, String id, @Nullable String username) {

    /**
     * What the provider said, as the realm's mappers have it.
     *
     * @throws ApiException as {@link Membership#require}, for one whom the provider's organization does not take
     */
    static ProvenIdentity of(App app, Brokered who) {
        KeycloakSession session = app.session();
        return OwnTransaction.call(session, own -> {
            new BrokeredUsers(own, who).prepare();
            new Membership(own, who.alias()).require(new EmailConflict(app.in(own), who).email());
            return new ProvenIdentity(who.alias(), who.id(), who.username());
        });
    }
}
