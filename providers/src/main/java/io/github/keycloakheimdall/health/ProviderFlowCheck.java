/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.health;

import io.github.keycloakheimdall.keycloak.provider.ProviderSettings;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whether an identity provider has steps at Keycloak's login page that nobody passes who signs in here. */
public final class ProviderFlowCheck implements Check {

    @Override
    public Stream<Finding> look(KeycloakSession session, RealmModel realm) {
        String aliases = new ProviderSettings(session)
                .withFlowsOfTheirOwn(realm)
                .map(alias -> "'" + alias + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        return aliases.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        "provider_flow_ignored",
                        "Identity providers have a login flow of their own: " + aliases
                                + ". It runs at Keycloak's login page alone; who signs in by them at this API passes"
                                + " none of its steps.",
                        "Let the app's toggles hold back what the flow would, or disable the provider for this API's"
                                + " realm; where the flow is not needed, set the provider's first login flow to"
                                + " 'first broker login' and its post login flow to none."));
    }
}
