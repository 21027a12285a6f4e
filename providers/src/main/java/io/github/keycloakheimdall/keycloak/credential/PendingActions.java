/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.credential;

import io.github.keycloakheimdall.keycloak.event.Events;
import io.github.keycloakheimdall.keycloak.user.ProfileDemands;
import io.github.keycloakheimdall.keycloak.user.UserMemory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.RealmModelDelegate;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * What a user has to do before a password, or another proof, lets them in: the question that Keycloak's direct grant
 * asks its required actions, those of plugins too. The answers go into a set and not to the user, so that asking writes
 * nothing.
 */
public final class PendingActions {

    /** Its question sets a cookie for Keycloak's pages, which the API has none of. */
    private static final String LOCALE = "update_user_locale";

    private static final String PROFILE = RequiredAction.VERIFY_PROFILE.name();

    private final KeycloakSession session;

    public PendingActions(KeycloakSession session) {
        this.session = session;
    }

    /** Whether the realm's settings may ask something of an account that was made a moment ago. */
    public static boolean mayHoldNewcomers(RealmModel realm) {
        return realm.isVerifyEmail()
                || realm.getRequiredActionProvidersStream().anyMatch(RequiredActionProviderModel::isDefaultAction);
    }

    /** Takes an action from a user who did it. One who has it not may be a directory's, and is not written to. */
    public static void done(UserModel user, RequiredAction action) {
        if (user.getRequiredActionsStream().anyMatch(action.name()::equals)) {
            user.removeRequiredAction(action);
        }
    }

    /**
     * The aliases of the actions, sorted; empty for a user whom nothing holds back.
     *
     * @param byPassword whether a password is what lets them in: only then does it matter that it expired
     */
    public List<String> of(UserModel user, boolean byPassword) {
        RealmModel realm = session.getContext().getRealm();
        Set<String> actions = new TreeSet<>(user.getRequiredActionsStream().toList());
        UserModel asked = new AskedUser(user, actions);
        AuthenticationManager.evaluateRequiredActionTriggers(
                session,
                ProvenLogin.of(session, asked, actions, byPassword),
                session.getContext().getHttpRequest(),
                new Events(session).of(EventType.LOGIN, user),
                new AskedRealm(realm),
                asked);
        askProfile(realm, user, actions);
        return List.copyOf(actions);
    }

    private void askProfile(RealmModel realm, UserModel user, Set<String> actions) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(PROFILE);
        if (action == null || !action.isEnabled()) {
            return;
        }
        if (UserMemory.remember(realm, user, MeetsProfile.class, () -> new ProfileDemands(session).metBy(user))) {
            actions.remove(PROFILE);
        } else {
            actions.add(PROFILE);
        }
    }

    /** Keycloak copies the whole profile to tell, and a refresh asks each time. */
    private static final class MeetsProfile {}

    /** Without the two that are not asked here; the profile's asks in its own way. */
    private static final class AskedRealm extends RealmModelDelegate {

        private AskedRealm(RealmModel realm) {
            super(realm);
        }

        @Override
        public Stream<RequiredActionProviderModel> getRequiredActionProvidersStream() {
            return super.getRequiredActionProvidersStream()
                    .filter(action -> !LOCALE.equals(action.getAlias()) && !PROFILE.equals(action.getAlias()));
        }
    }

    private static final class AskedUser extends UserModelDelegate {

        private final Set<String> actions;

        private AskedUser(UserModel user, Set<String> actions) {
            super(user);
            this.actions = actions;
        }

        @Override
        public Stream<String> getRequiredActionsStream() {
            return List.copyOf(actions).stream();
        }

        @Override
        public void addRequiredAction(String action) {
            actions.add(action);
        }

        @Override
        public void removeRequiredAction(String action) {
            actions.remove(action);
        }

        @Override
        public void addRequiredAction(RequiredAction action) {
            actions.add(action.name());
        }

        @Override
        public void removeRequiredAction(RequiredAction action) {
            actions.remove(action.name());
        }
    }
}
