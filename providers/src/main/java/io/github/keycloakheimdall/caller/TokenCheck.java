/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.caller;

import io.github.keycloakheimdall.app.App;
import io.github.keycloakheimdall.app.RealmNames;
import io.github.keycloakheimdall.keycloak.realm.MachineClients;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.session.NotBefore;
import io.github.keycloakheimdall.keycloak.session.Standing;
import io.github.keycloakheimdall.keycloak.session.UserSessions;
import io.github.keycloakheimdall.keycloak.user.UserStore;
import io.github.keycloakheimdall.role.AppRoles;
import io.github.keycloakheimdall.token.AccessClaims;
import io.github.keycloakheimdall.token.TokenSigner;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * What a token turned out to be: a user's or a machine client's, or the reason why not. Once the caches are warm a
 * check asks the database nothing.
 *
 * @param caller null when it does not hold
 * @param claims what the token says; null when it does not hold
 * @param failure null when it holds
 */
public record TokenCheck(
        @Nullable Caller caller,
        @Nullable AccessClaims claims,
        @Nullable TokenFailure failure) {

    private static final int CLOCK_SKEW_SECONDS = 60;

    /** Checks a token of a user or of a machine client. */
    public static TokenCheck of(App app, String token) {
        KeycloakSession session = app.session();
        Optional<AccessClaims> ours = new TokenSigner(session).access(token).filter(claims -> isOurs(claims, app));
        if (ours.isEmpty()) {
            return failed(TokenFailure.TOKEN_INVALID);
        }
        AccessClaims claims = ours.get();
        if (claims.exp() <= Clock.seconds()) {
            return failed(TokenFailure.TOKEN_EXPIRED);
        }
        return claims.isMachine() ? ofMachine(app, claims) : ofUser(app, claims);
    }

    /** Whether the token holds. */
    public boolean holds() {
        return failure == null;
    }

    /** What a machine client's token lets it do now, sorted; nothing of another. */
    public SortedSet<String> scopes() {
        return caller instanceof Machine machine ? machine.permissions() : Collections.emptySortedSet();
    }

    /** The user's app role now, or null. */
    public @Nullable String role() {
        return caller instanceof AppUser user
                ? AppRoles.of(user.app(), user.user()).role()
                : null;
    }

    private static TokenCheck ofUser(App app, AccessClaims claims) {
        KeycloakSession session = app.session();
        UserModel user = session.users().getUserById(app.realm(), claims.sub());
        if (user == null) {
            return failed(TokenFailure.TOKEN_REVOKED);
        }
        UserStore.requireThere(user);
        if (!user.isEnabled()) {
            return failed(TokenFailure.ACCOUNT_SUSPENDED);
        }
        return hasSession(session, user, claims)
                ? new TokenCheck(new AppUser(app, user, claims), claims, null)
                : failed(TokenFailure.TOKEN_REVOKED);
    }

    private static boolean hasSession(KeycloakSession session, UserModel user, AccessClaims claims) {
        String sid = claims.sid();
        UserSessionModel userSession = sid == null ? null : new UserSessions(session).find(sid);
        return userSession == null
                ? LoggedOutSessions.let(session, user, claims)
                : userSession.getUser().getId().equals(claims.sub())
                        && !NotBefore.callsBack(session, user, Standing.of(userSession), claims.iat());
    }

    private static TokenCheck ofMachine(App app, AccessClaims claims) {
        KeycloakSession session = app.session();
        MachineClients machines = new MachineClients(session, app.realm());
        ClientModel client = machines.find(claims.sub());
        if (client == null || !client.isEnabled()) {
            return failed(TokenFailure.TOKEN_REVOKED);
        }
        UserModel account = machines.account(client);
        return account == null
                        || !account.isEnabled()
                        || NotBefore.callsBack(session, client, account, null, claims.iat())
                ? failed(TokenFailure.TOKEN_REVOKED)
                : new TokenCheck(new Machine(app, account, claims), claims, null);
    }

    private static boolean isOurs(AccessClaims token, App app) {
        boolean whole = token.sub() != null
                && (token.isMachine()
                        ? token.scopes() != null
                        : AccessClaims.END_USER.equals(token.type()) && token.sid() != null);
        return whole
                && app.id().equals(token.aid())
                && token.iat() <= Clock.seconds() + CLOCK_SKEW_SECONDS
                && (token.nbf() == null || token.nbf() <= Clock.seconds() + CLOCK_SKEW_SECONDS)
                && RealmNames.made(app, token.iss(), token.aud(), token.iat());
    }

    private static TokenCheck failed(TokenFailure failure) {
        return new TokenCheck(null, null, failure);
    }
}
