/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.error.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.theme.Theme;

/** What the realm's password policy says, in the words of Keycloak's login page. */
public final class PolicyCheck {

    private final KeycloakSession session;

    public PolicyCheck(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Checks a password for an account that is not made yet, since a refusal does not take back what a directory got.
     * Also where the directory does not ask for it, as Keycloak's own registration does.
     *
     * @param field the body's field that an error names
     * @throws ApiException 400 when the policy refuses it
     */
    public void requireOfNewcomer(@Nullable String username, @Nullable String email, String password, String field) {
        String reason = ofNewcomer(username, email, password);
        if (reason != null) {
            throw ApiException.invalid(field, reason);
        }
    }

    /** Why the policy refuses the password of an account that is not made yet, or null. */
    public @Nullable String ofNewcomer(@Nullable String username, @Nullable String email, String password) {
        RealmModel realm = session.getContext().getRealm();
        // Without credentials: a policy that looks for earlier passwords would have the database look for the account.
        UserModel newcomer = new LightweightUserAdapter(session, realm, null);
        newcomer.setUsername(username);
        newcomer.setEmail(email);
        PolicyError error =
                session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, newcomer, password);
        return error == null ? null : reason(error.getMessage(), error.getParameters());
    }

    /** The words for a message of Keycloak's. */
    String reason(String key, Object... parameters) {
        try {
            String pattern = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getMessages(Locale.ENGLISH)
                    .getProperty(key, "is refused by the password policy");
            return new MessageFormat(pattern, Locale.ENGLISH).format(parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
