/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.credential.PendingActions;
import io.github.keycloakheimdall.keycloak.runtime.StoredTime;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * When a user's email was verified. Keycloak knows only whether; the time is kept beside it, from the moment that this
 * API first saw it so.
 */
public final class EmailVerification {

    private EmailVerification() {}

    /**
     * The time, or null while the email is not verified. Never writes to the user: of an email that was verified
     * elsewhere the time is kept in an own table, once.
     */
    public static @Nullable Instant at(KeycloakSession session, UserModel user) {
        if (!user.isEmailVerified() || user.getEmail() == null) {
            return null;
        }
        return StoredTime.of(
                        user.getFirstAttribute(AppModel.EMAIL_VERIFIED_AT), AppModel.EMAIL_VERIFIED_AT, user.getId())
                .orElseGet(() -> new VerifiedSince(session).of(user));
    }

    /**
     * The times of emails that were verified elsewhere, as far as they are kept already; one query, however many they
     * are.
     *
     * @param emails by the users' ids
     */
    public static Map<String, Instant> kept(KeycloakSession session, Map<String, String> emails) {
        return new VerifiedSince(session).kept(emails);
    }

    /** Marks the user's email as verified at that time; Keycloak's login page then asks for that no more. */
    public static void set(KeycloakSession session, UserModel user, Instant at) {
        user.setEmailVerified(true);
        if (UserStore.isKeycloaks(user)) {
            user.setSingleAttribute(AppModel.EMAIL_VERIFIED_AT, at.toString());
        } else {
            new VerifiedSince(session).keep(user, at);
        }
        PendingActions.done(user, UserModel.RequiredAction.VERIFY_EMAIL);
    }

    /** Forgets the time, within the request's transaction; for an email that is replaced. */
    public static void forget(UserModel user) {
        if (user.getFirstAttribute(AppModel.EMAIL_VERIFIED_AT) != null) {
            user.removeAttribute(AppModel.EMAIL_VERIFIED_AT);
        }
    }
}
