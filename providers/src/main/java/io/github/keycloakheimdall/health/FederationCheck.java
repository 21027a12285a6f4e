/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/** Whether the realm's user federations are on. */
public final class FederationCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        String off = realm.getStorageProviders(UserStorageProvider.class)
                .map(UserStorageProviderModel::new)
                .filter(store -> !store.isEnabled())
                .map(store -> "'" + store.getName() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        return off.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "user_federation_disabled",
                        "User federations of the realm are disabled: " + off
                                + ". Their users cannot sign in, are shown as"
                                + " suspended or not at all, and their names and emails may be given to others.",
                        "Enable them in the console under User federation, or delete them if their users are to be"
                                + " forgotten."));
    }
}
