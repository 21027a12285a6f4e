/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageManager;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * Looks for users in the stores of a realm as Keycloak does, around its cache, and remembers whether one of them did
 * not answer. Keycloak goes on as if that one had nobody, which is no answer to whether a name is free.
 */
final class AskedStores extends UserStorageManager {

    private @Nullable RuntimeException silent;

    AskedStores(KeycloakSession session) {
        super(session);
    }

    /** @throws RuntimeException that a store made which was asked and did not answer */
    void requireAnswers() {
        if (silent != null) {
            throw silent;
        }
    }

    @Override
    protected <R, T> Stream<R> mapEnabledStorageProvidersWithTimeout(
            RealmModel realm, Class<T> capability, Function<T, R> question) {
        return super.mapEnabledStorageProvidersWithTimeout(
                realm,
                capability,
                capability == UserLookupProvider.class
                        ? store -> question.apply(capability.cast(new Heard((UserLookupProvider) store)))
                        : question);
    }

    private @Nullable UserModel heard(Supplier<@Nullable UserModel> answer) {
        try {
            return answer.get();
        } catch (RuntimeException thrown) {
            if (StoreFailure.isOutage(thrown)) {
                silent = thrown;
            }
            throw thrown;
        }
    }

    private final class Heard implements UserLookupProvider {

        private final UserLookupProvider store;

        private Heard(UserLookupProvider store) {
            this.store = store;
        }

        @Override
        public @Nullable UserModel getUserById(RealmModel realm, String id) {
            return heard(() -> store.getUserById(realm, id));
        }

        @Override
        public @Nullable UserModel getUserByUsername(RealmModel realm, String username) {
            return heard(() -> store.getUserByUsername(realm, username));
        }

        @Override
        public @Nullable UserModel getUserByEmail(RealmModel realm, String email) {
            return heard(() -> store.getUserByEmail(realm, email));
        }
    }
}
