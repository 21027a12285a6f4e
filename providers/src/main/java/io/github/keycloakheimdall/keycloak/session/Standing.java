/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * How things stand with an account: its "not before" and its password, as words that a change of either changes. A
 * session, a challenge and a logout remember how things stood when the user proved who they are, and are good while
 * things stand so. What is begun beside a change is thereby void, whichever of the two the database saw first.
 */
public final class Standing {

    private static final String NOTE = "heimdall.standing";

    private Standing() {}

    /** How things stand now. Reads Keycloak's cache of the user, which is one and the same for all of a request. */
    public static String of(KeycloakSession session, UserModel user) {
        String password = user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(stored -> stored.getId() + '@' + stored.getCreatedDate())
                .orElse("-");
        return session.users().getNotBeforeOfUser(session.getContext().getRealm(), user) + ":" + password;
    }

    /**
     * How things stood when the user of the session proved who they are; null for a session from before this was kept.
     */
    public static @Nullable String of(UserSessionModel userSession) {
        return userSession.getNote(NOTE);
    }

    /** Makes the session remember it. */
    public static void remember(UserSessionModel userSession, String standing) {
        userSession.setNote(NOTE, standing);
    }

    /** Whether the session's user is still there and things stand as the session remembers, if it does. */
    static boolean unchanged(KeycloakSession session, UserSessionModel userSession) {
        UserModel user = userSession.getUser();
        String remembered = of(userSession);
        return user != null && (remembered == null || remembered.equals(of(session, user)));
    }
}
