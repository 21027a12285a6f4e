/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall;

import org.keycloak.models.KeycloakSession;

/** The same API at {@code /realms/<slug>/v1}, for those whose proxy lets only Keycloak's own paths through. */
public final class RealmPath extends ConsumerApi {

    private final KeycloakSession session;

    RealmPath(KeycloakSession session) {
        this.session = session;
    }

    @Override
    KeycloakSession session() {
        return session;
    }

    @Override
    String slug() {
        return session.getContext().getRealm().getName();
    }
}
