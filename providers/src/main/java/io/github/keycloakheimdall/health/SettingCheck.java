/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.Toggle;
import java.util.Arrays;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm is on, and what is set for the app can be read. */
public final class SettingCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.concat(
                disabled(realm), Arrays.stream(Toggle.values()).flatMap(toggle -> unreadable(realm, toggle)));
    }

    private static Stream<Finding> disabled(RealmModel realm) {
        return realm.isEnabled()
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "realm_disabled",
                        "The realm is disabled, so every call of the app is refused with 403.",
                        "Enable the realm."));
    }

    private static Stream<Finding> unreadable(RealmModel realm, Toggle toggle) {
        return toggle.isReadableIn(realm)
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "setting_unreadable",
                        "The value of the realm attribute " + toggle.attribute() + " is none that it can have; '"
                                + toggle.in(realm) + "' holds.",
                        "Correct the attribute, or remove it for its default."));
    }
}
