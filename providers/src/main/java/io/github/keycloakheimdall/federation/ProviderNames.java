/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.federation;

import io.github.keycloakheimdall.keycloak.provider.Brokered;
import io.github.keycloakheimdall.keycloak.user.ProfileWriter;
import io.github.keycloakheimdall.user.Lookalikes;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** First and last name as a provider has them, where the realm's user profile takes them; none is worth a refusal. */
final class ProviderNames {

    private static final int MAX_LENGTH = 255;

    private ProviderNames() {}

    static void give(KeycloakSession session, UserModel user, Brokered who) {
        if (fits(session, user, UserModel.FIRST_NAME, who.firstName())) {
            user.setFirstName(who.firstName().strip());
        }
        if (fits(session, user, UserModel.LAST_NAME, who.lastName())) {
            user.setLastName(who.lastName().strip());
        }
    }

    private static boolean fits(KeycloakSession session, UserModel user, String attribute, @Nullable String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= MAX_LENGTH
                && Lookalikes.isReadable(name)
                && ProfileWriter.ADMIN.accepts(session, user, attribute, name);
    }
}
