/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.app.OwnAttributes;
import io.github.keycloakheimdall.app.Toggle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether the realm is on, and what is set for the app can be read. */
public final class ToggleCheck implements Check {

    private static final int NAMED = 5;

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        return Stream.of(
                        disabled(realm),
                        Arrays.stream(Toggle.values()).flatMap(toggle -> unreadable(realm, toggle)),
                        Arrays.stream(Toggle.values()).flatMap(toggle -> withSlips(realm, toggle)),
                        unknown(realm))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> disabled(RealmModel realm) {
        return realm.isEnabled()
                ? Stream.empty()
                : Stream.of(Finding.error(
                        "realm_disabled",
                        "The realm is disabled, so every call of the app is refused with 403.",
                        "Enable the realm."));
    }

    private static Stream<Finding> withSlips(RealmModel realm, Toggle toggle) {
        List<String> slips = toggle.rejectedIn(realm);
        return slips.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "setting_unreadable",
                        "The realm attribute " + toggle.attribute() + " has items that it cannot have, and that nothing"
                                + " ever matches: " + named(slips.stream().map(slip -> "'" + slip + "'")) + ".",
                        "Correct the items, or take them out."));
    }

    private static Stream<Finding> unknown(RealmModel realm) {
        String names = named(OwnAttributes.unknownIn(realm));
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "setting_unknown",
                        "The realm has attributes that look like this API's and that nothing reads: " + names + ".",
                        "Correct the names, or remove the attributes."));
    }

    private static String named(Stream<String> names) {
        return names.limit(NAMED).collect(Collectors.joining(", "));
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
