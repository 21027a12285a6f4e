/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /**
     * By the messages of Keycloak's policies. That of the password's age has the message that stands for any, and what
     * a pattern wants nobody can tell.
     */
    private static final Map<String, FieldFault> FAULTS = Map.ofEntries(
            Map.entry("invalidPasswordMinLengthMessage", FieldFault.TOO_SHORT),
            Map.entry("invalidPasswordMaxLengthMessage", FieldFault.TOO_LONG),
            Map.entry("invalidPasswordMinDigitsMessage", FieldFault.LACKS_DIGIT),
            Map.entry("invalidPasswordMinUpperCaseCharsMessage", FieldFault.LACKS_UPPER_CASE),
            Map.entry("invalidPasswordMinLowerCaseCharsMessage", FieldFault.LACKS_LOWER_CASE),
            Map.entry("invalidPasswordMinSpecialCharsMessage", FieldFault.LACKS_SPECIAL),
            Map.entry("invalidPasswordNotUsernameMessage", FieldFault.IS_USERNAME),
            Map.entry("invalidPasswordNotContainsUsernameMessage", FieldFault.CONTAINS_USERNAME),
            Map.entry("invalidPasswordNotEmailMessage", FieldFault.IS_EMAIL),
            Map.entry("invalidPasswordHistoryMessage", FieldFault.USED_BEFORE),
            Map.entry("invalidPasswordBlacklistedMessage", FieldFault.BLACKLISTED));

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
        FieldError refused = ofNewcomer(username, email, password, field);
        if (refused != null) {
            throw ApiException.invalid(List.of(refused));
        }
    }

    /**
     * Why the policy refuses the password of an account that is not made yet, or null.
     *
     * @param field the body's field that holds it
     */
    public @Nullable FieldError ofNewcomer(
            @Nullable String username, @Nullable String email, String password, String field) {
        RealmModel realm = session.getContext().getRealm();
        // Without credentials: a policy that looks for earlier passwords would have the database look for the account.
        UserModel newcomer = new LightweightUserAdapter(session, realm, null);
        newcomer.setUsername(username);
        newcomer.setEmail(email);
        PolicyError error =
                session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, newcomer, password);
        return error == null ? null : refusal(field, error.getMessage(), error.getParameters());
    }

    /**
     * The code and the words for a message of Keycloak's.
     *
     * @param field the body's field that holds the password
     */
    FieldError refusal(String field, String message, Object... parameters) {
        return new FieldError(field, fault(message), reason(message, parameters));
    }

    static FieldFault fault(String message) {
        return FAULTS.getOrDefault(message, FieldFault.NOT_ALLOWED);
    }

    private String reason(String key, Object... parameters) {
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
