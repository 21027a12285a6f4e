/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.RealmNames;
import io.github.keycloakheimdall.http.ApiPath;
import java.time.Instant;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether clients find the app by its name: it is one that Keycloak has no use for, and has not changed lately. */
public final class NameCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.concat(hidden(realm), renamed(session, realm));
    }

    private static Stream<Finding> hidden(RealmModel realm) {
        String name = realm.getName();
        return ApiPath.isAtRoot(name)
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "name_not_at_root",
                        "At the server's root the path /" + name + " is Keycloak's own, so the app answers at /realms/"
                                + name + "/v1 only, and clients that build their URLs from the origin do not find it.",
                        "Give the realm another name, or have clients and verifiers use /realms/" + name + "/v1."));
    }

    private static Stream<Finding> renamed(KeycloakSession session, RealmModel realm) {
        return RealmNames.lately(session, realm).stream()
                .map(former -> Finding.warning(
                        "realm_renamed",
                        "The app was called '" + former.name() + "'; its JWKS answers under that name until "
                                + Instant.ofEpochMilli(former.until()) + ", unless another realm takes it.",
                        "Have clients and verifiers use the new name."));
    }
}
