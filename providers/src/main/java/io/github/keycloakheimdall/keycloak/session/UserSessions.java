/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.session;

import io.github.keycloakheimdall.keycloak.runtime.AfterCommit;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.MultiSiteUtils;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/** The API's sessions among Keycloak's user sessions. */
public final class UserSessions {

    /** How Keycloak tells these sessions from those of a browser login. */
    private static final String AUTH_METHOD = "heimdall";

    private static final String STORED = "select count(s) from PersistentUserSessionEntity s"
            + " where s.realmId = :realm and s.userId = :user and s.offline = '0'";

    private final KeycloakSession session;
    private final RealmModel realm;

    public UserSessions(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Starts a session of the user with the session's client.
     *
     * @param standing how things stood with the account when the user proved who they are; where that changed, the
     *     session is over as soon as it is begun
     */
    public UserSessionModel start(UserModel user, String standing) {
        ClientModel client = session.getContext().getClient();
        UserSessionModel started = session.sessions()
                .createUserSession(
                        null,
                        realm,
                        user,
                        user.getUsername(),
                        session.getContext().getConnection().getRemoteHost(),
                        AUTH_METHOD,
                        realm.isRememberMe(),
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.PERSISTENT);
        started.setState(UserSessionModel.State.LOGGED_IN);
        AuthenticatedClientSessionModel clientSession = session.sessions().createClientSession(realm, client, started);
        clientSession.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        Standing.remember(started, standing);
        String id = started.getId();
        AfterCommit.run(session, () -> OwnTransaction.run(session, own -> new UserSessions(own).endIfVoid(id)));
        return started;
    }

    /** The live session of that id, or null; never one of another realm, of a browser login, or of before a change. */
    public @Nullable UserSessionModel find(String id) {
        UserSessionModel found = session.sessions().getUserSession(realm, id);
        return found != null && isLive(found) ? found : null;
    }

    /** The same to do nothing but end it: also of someone whom nobody can load, because their directory is away. */
    public @Nullable UserSessionModel findToEnd(String id) {
        UserSessionModel found = UserlessSession.orLoaded(session, realm, id);
        return found != null && (UserlessSession.is(found) ? isOurs(found) : isLive(found)) ? found : null;
    }

    /** The user's live sessions, the oldest first. */
    public List<UserSessionModel> of(UserModel user) {
        return session.sessions()
                .getUserSessionsStream(realm, user)
                .filter(this::isLive)
                .sorted(Comparator.comparingInt(UserSessionModel::getStarted).thenComparing(UserSessionModel::getId))
                .toList();
    }

    /**
     * Whether the user certainly has no more live sessions than that: reads their number and none of them. It may say
     * no where browser logins or sessions that ran out make up the difference, or where the server keeps sessions in
     * memory only.
     */
    public boolean atMost(UserModel user, int most) {
        return MultiSiteUtils.isPersistentSessionsEnabled()
                && session.getProvider(JpaConnectionProvider.class)
                                .getEntityManager()
                                .createQuery(STORED, Long.class)
                                .setParameter("realm", realm.getId())
                                .setParameter("user", user.getId())
                                .getSingleResult()
                        <= most;
    }

    /**
     * The part of the session that belongs to the session's client, or null when it has run out, by limits of its own.
     */
    public @Nullable AuthenticatedClientSessionModel clientPart(UserSessionModel userSession) {
        ClientModel client = session.getContext().getClient();
        AuthenticatedClientSessionModel part = userSession.getAuthenticatedClientSessionByClient(client.getId());
        return AuthenticationManager.isClientSessionValid(realm, client, userSession, part) ? part : null;
    }

    /** Notes that the session is in use, and its part of a client, whose limits of idleness look at its own time. */
    @SuppressWarnings("removal")
    public static void touch(UserSessionModel userSession, AuthenticatedClientSessionModel clientPart, int now) {
        userSession.setLastSessionRefresh(now);
        clientPart.setTimestamp(now);
    }

    /**
     * Ends a session within the request's transaction, telling every client that takes part in it, if its user can be
     * loaded.
     */
    public void end(UserSessionModel userSession) {
        EndedSession.mark(session, userSession.getId());
        if (UserlessSession.is(userSession)) {
            session.sessions().removeUserSession(realm, userSession);
            return;
        }
        AuthenticationManager.backchannelLogout(session, userSession, true);
    }

    /** A change that was made while the session was being stored saw nothing to end. */
    private void endIfVoid(String id) {
        UserSessionModel found = session.sessions().getUserSession(realm, id);
        if (found != null && !Standing.unchanged(session, found)) {
            end(found);
        }
    }

    private boolean isLive(UserSessionModel userSession) {
        return isOurs(userSession)
                && AuthenticationManager.isSessionValid(realm, userSession)
                && Standing.unchanged(session, userSession)
                && !EndedSession.removeIfBack(session, userSession.getId());
    }

    static boolean isOurs(UserSessionModel userSession) {
        return AUTH_METHOD.equals(userSession.getAuthMethod());
    }
}
