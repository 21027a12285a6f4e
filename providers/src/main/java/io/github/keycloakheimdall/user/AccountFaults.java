/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
import io.github.keycloakheimdall.error.FieldFault;
import io.github.keycloakheimdall.keycloak.credential.PolicyCheck;
import io.github.keycloakheimdall.keycloak.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * What is wrong with the words for a new account, all of it at once, so that nobody mends one field after the other.
 * Who has an account plays no part in it.
 */
public final class AccountFaults {

    private static final String PASSWORD = "password";

    /** Characters of a password: a realm's pattern is not tried on what no body may hold. */
    private static final int LONGEST = 1024;

    private final KeycloakSession session;
    private final App app;

    public AccountFaults(App app) {
        this.session = app.session();
        this.app = app;
    }

    /**
     * Asks what can be said before anything is looked up. The realm's policy and profile are asked again where the
     * account is made.
     *
     * <p>What is null is not asked about.
     *
     * @throws ApiException 400 that names each field that will not do
     */
    public void refuse(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName) {
        List<FieldError> faults = new ArrayList<>();
        if (username != null) {
            add(faults, Usernames.fault(session, app.realm(), username));
        }
        if (email != null && !isEmail(email)) {
            faults.add(malformed("email"));
        }
        if (displayName != null && !Lookalikes.isReadable(displayName)) {
            faults.add(malformed(ProfileRefusals.DISPLAY_NAME));
        }
        if (!faults.isEmpty()) {
            faults.addAll(ofPassword(username, email, password));
        } else if (password != null) {
            faults.addAll(app.config().password().violations(PASSWORD, password));
        }
        if (!faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
    }

    /**
     * What is wrong with the password of a body in which something else is wrong already, by the app's rules or else by
     * the realm's policy; nothing for one that is null, or longer than a body may have.
     */
    public static List<FieldError> ofPassword(
            KeycloakSession session, @Nullable String username, @Nullable String email, @Nullable String password) {
        App app = App.currentIfAny(session);
        return app == null ? List.of() : new AccountFaults(app).ofPassword(username, email, password);
    }

    private List<FieldError> ofPassword(@Nullable String username, @Nullable String email, @Nullable String password) {
        if (password == null || password.length() > LONGEST) {
            return List.of();
        }
        List<FieldError> lacking = app.config().password().violations(PASSWORD, password);
        if (lacking.isEmpty()) {
            add(lacking, new PolicyCheck(session).ofNewcomer(username, email, password, PASSWORD));
        }
        return lacking;
    }

    /** @throws ApiException 400 for an email that can be read as another's; null is none */
    static void requirePlain(@Nullable String email) {
        if (email != null && !Lookalikes.isPlain(email)) {
            throw ApiException.invalid(List.of(malformed("email")));
        }
    }

    private static boolean isEmail(String email) {
        return EmailAddress.valid(email) && Lookalikes.isPlain(email);
    }

    private static FieldError malformed(String field) {
        return new FieldError(field, FieldFault.MALFORMED, "is not valid");
    }

    private static void add(List<FieldError> faults, @Nullable FieldError fault) {
        if (fault != null) {
            faults.add(fault);
        }
    }
}
