/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.error.ApiException;
import io.github.keycloakheimdall.error.FieldError;
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

    private static final String NOT_VALID = "is not valid";
    private static final String PASSWORD = "password";

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
            add(faults, "username", Usernames.fault(session, app.realm(), username));
        }
        if (email != null && !isEmail(email)) {
            add(faults, "email", NOT_VALID);
        }
        if (displayName != null && !Lookalikes.isReadable(displayName)) {
            add(faults, ProfileRefusals.DISPLAY_NAME, NOT_VALID);
        }
        if (password != null) {
            List<FieldError> lacking = app.config().password().violations(PASSWORD, password);
            if (lacking.isEmpty() && !faults.isEmpty()) {
                add(faults, PASSWORD, new PolicyCheck(session).ofNewcomer(username, email, password));
            }
            faults.addAll(lacking);
        }
        if (!faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
    }

    private static boolean isEmail(String email) {
        return EmailAddress.valid(email) && Lookalikes.isPlain(email);
    }

    private static void add(List<FieldError> faults, String field, @Nullable String reason) {
        if (reason != null) {
            faults.add(new FieldError(field, reason));
        }
    }
}
