/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.RealmNames;
import java.time.Instant;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm was renamed lately, so that clients may still call it by the old name. */
public final class NameCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return RealmNames.lately(session, realm).stream()
                .map(former -> Finding.warning(
                        "realm_renamed",
                        "The app was called '" + former.name() + "'; its JWKS answers under that name until "
                                + Instant.ofEpochMilli(former.until()) + ", unless another realm takes it.",
                        "Have clients and verifiers use the new name."));
    }
}
