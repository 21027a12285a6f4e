/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.runtime.Collision;
import io.github.keycloakheimdall.keycloak.runtime.OwnTransaction;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.UserStorageUtil;

/** Takes users of a realm's directories into Keycloak's database, committed before the request goes on. */
final class UserImport {

    private static final Logger LOG = Logger.getLogger(UserImport.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    UserImport(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether the realm has a store whose users get a row in Keycloak's database. */
    boolean happens() {
        return stores().anyMatch(UserStorageProviderModel::isImportEnabled);
    }

    /** Whether the realm has a store that is asked for users at all. */
    boolean asksStores() {
        return stores().findAny().isPresent();
    }

    private Stream<UserStorageProviderModel> stores() {
        return realm.getStorageProviders(UserStorageProvider.class)
                .map(UserStorageProviderModel::new)
                .filter(UserStorageProviderModel::isEnabled);
    }

    /** The ids of whom the database and the stores have; all of them are in the database from then on. */
    List<String> of(Question question) {
        return of(question, false);
    }

    /**
     * The same, for who has to know that there is nobody.
     *
     * @throws RuntimeException that the store made which did not answer, when nobody is found
     */
    List<String> strictlyOf(Question question) {
        return of(question, true);
    }

    /**
     * Asks where nobody is imported.
     *
     * @throws RuntimeException that the store made which did not answer, when nobody is found
     */
    void askStrictly(Question question) {
        AskedStores asked = new AskedStores(session);
        if (question.ask(asked, realm).findFirst().isEmpty()) {
            asked.requireAnswers();
        }
    }

    private List<String> of(Question question, boolean strictly) {
        try {
            return takeIn(question, strictly);
        } catch (RuntimeException refused) {
            if (!(refused instanceof ModelDuplicateException) && !Collision.isCauseOf(refused)) {
                throw refused;
            }
            LOG.debug("Imported by another request at the same moment, or another account is in the way", refused);
        }
        try {
            return takeIn(question, strictly);
        } catch (ModelDuplicateException inTheWay) {
            // Keycloak's own login page does not let such a user in either.
            LOG.warnf("Realm %s cannot import someone: %s", realm.getName(), inTheWay.getMessage());
            return List.of();
        }
    }

    /** Around the cache, which remembers at once; what it remembers of an import that came to nothing goes. */
    private List<String> takeIn(Question question, boolean strictly) {
        return OwnTransaction.call(session, own -> {
            RealmModel same = own.realms().getRealm(realm.getId());
            own.getContext().setRealm(same);
            UserCache cache = UserStorageUtil.userCache(own);
            AskedStores asked = new AskedStores(own);
            List<UserModel> found = question.ask(asked, same).toList();
            if (strictly && found.isEmpty()) {
                asked.requireAnswers();
            }
            if (cache != null) {
                found.forEach(user -> cache.evict(same, user));
            }
            return found.stream().map(user -> user.getId()).toList();
        });
    }

    /** What is asked of a store, or of all of them. */
    @FunctionalInterface
    interface Question {
        Stream<UserModel> ask(UserProvider users, RealmModel realm);
    }
}
