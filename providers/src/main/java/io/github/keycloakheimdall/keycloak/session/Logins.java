/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.Clock;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import io.github.keycloakheimdall.keycloak.user.UnreachableUser;
import io.github.keycloakheimdall.keycloak.user.UserLock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.storage.UserStorageUtil;

/** All by which a user is logged in: this API's sessions, those of browsers and other clients, and offline ones. */
public final class Logins {

    private final KeycloakSession session;
    private final RealmModel realm;

    public Logins(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Ends them with the request's transaction and calls back every token. What signs in at the same moment is ended as
     * well.
     *
     * @param spared the id of the session of this API that goes on with its tokens, or null
     */
    public void end(UserModel user, @Nullable String spared) {
        if (UnreachableUser.isOutOfReach(session, realm, user)) {
            UserModel standIn = UnreachableUser.standIn(session, realm, user.getId());
            moveNotBefore(standIn);
            UnreachableUser.endSessions(session, realm, standIn);
            return;
        }
        moveNotBefore(user);
        UserSessionModel goesOn = spared == null ? null : session.sessions().getUserSession(realm, spared);
        if (goesOn != null) {
            Standing.remember(goesOn, Standing.of(session, user));
        }
        List<String> ended = session
                .sessions()
                .getUserSessionsStream(realm, user)
                .filter(each -> !each.getId().equals(spared))
                .toList()
                .stream()
                .map(this::end)
                .toList();
        session.sessions().getOfflineUserSessionsStream(realm, user).toList().forEach(this::end);
        String userId = user.getId();
        AfterCommit.run(session, () -> OwnTransaction.run(session, own -> new Logins(own).sweep(userId, ended)));
    }

    /**
     * Every call gives another value than all before it, also within one second: it is what tells the sessions of
     * before from those of after.
     */
    private void moveNotBefore(UserModel user) {
        UserLock.acquire(session, user);
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            // Else the cache loads the user to note it there.
            cache.evict(realm, user);
        }
        int before = session.users().getNotBeforeOfUser(realm, user);
        session.users().setNotBeforeForUser(realm, user, Math.max(Clock.seconds(), before + 1));
    }

    /** Ends what was not to be seen yet, and what a request at the same time brought back into the cache. */
    private void sweep(String userId, List<String> ended) {
        for (String id : ended) {
            UserSessionModel back = session.sessions().getUserSession(realm, id);
            if (back != null) {
                end(back);
            }
        }
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        session.sessions()
                .getUserSessionsStream(realm, user)
                .filter(each -> !UserSessions.isOurs(each) || !Standing.unchanged(session, each))
                .toList()
                .forEach(this::end);
        session.sessions().getOfflineUserSessionsStream(realm, user).toList().forEach(this::end);
    }

    private String end(UserSessionModel userSession) {
        AuthenticationManager.backchannelLogout(session, userSession, true);
        return userSession.getId();
    }
}
