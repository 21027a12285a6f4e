/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.user;

import io.github.keycloakheimdall.app.AppModel;
import io.github.keycloakheimdall.keycloak.OwnTransaction;
import io.github.keycloakheimdall.keycloak.StoredTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * When a user's email was verified. Keycloak knows only whether; the time is kept beside it, from the moment that this
 * API first saw it so.
 */
public final class EmailVerification {

    private EmailVerification() {}

    /**
     * The time, or null while the email is not verified. Writes once after each change, and reads from then on; of a user
     * whose store is read-only it is the time when the account was made.
     */
    public static Instant at(KeycloakSession session, UserModel user) {
        Instant known = StoredTime.of(
                        user.getFirstAttribute(AppModel.EMAIL_VERIFIED_AT), AppModel.EMAIL_VERIFIED_AT, user.getId())
                .orElse(null);
        if (user.isEmailVerified() == (known != null)) {
            return known;
        }
        Instant now = user.isEmailVerified()
                ? Instant.ofEpochMilli(Time.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS)
                : null;
        try {
            remember(session, user.getId(), now);
        } catch (ReadOnlyException managedElsewhere) {
            // A store that takes no attribute cannot keep the time either: one that does not move will do.
            return now == null ? null : Instant.ofEpochMilli(created(user)).truncatedTo(ChronoUnit.SECONDS);
        }
        return now;
    }

    /** Marks the user's email as verified at that time; Keycloak's login page then asks for that no more. */
    public static void set(UserModel user, Instant at) {
        user.setEmailVerified(true);
        user.setSingleAttribute(AppModel.EMAIL_VERIFIED_AT, at.toString());
        user.removeRequiredAction(UserModel.RequiredAction.VERIFY_EMAIL);
    }

    /** Forgets the time, within the request's transaction; for an email that is replaced. */
    public static void forget(UserModel user) {
        user.removeAttribute(AppModel.EMAIL_VERIFIED_AT);
    }

    private static long created(UserModel user) {
        return user.getCreatedTimestamp() == null ? 0 : user.getCreatedTimestamp();
    }

    private static void remember(KeycloakSession session, String userId, Instant at) {
        OwnTransaction.run(session, own -> {
            UserModel user = own.users().getUserById(own.getContext().getRealm(), userId);
            if (user == null) {
                return;
            }
            if (at == null) {
                user.removeAttribute(AppModel.EMAIL_VERIFIED_AT);
            } else {
                user.setSingleAttribute(AppModel.EMAIL_VERIFIED_AT, at.toString());
            }
        });
    }
}
