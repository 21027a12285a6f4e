/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.keycloak.user;

import io.github.keycloakheimdall.keycloak.user.UserImport.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * Finds users by what someone says of them. Whom Keycloak meets in a directory for the first time, it takes into its
 * database and its cache in the middle of a lookup. A request that is refused afterwards takes the row back, but not
 * what the cache remembers, and that keeps the user out everywhere. So the row is committed here before the request
 * goes on, as it is when someone fails at Keycloak's own login page, and nothing is cached before.
 */
public final class UserLookup {

    private static final Logger LOG = Logger.getLogger(UserLookup.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserImport imports;

    public UserLookup(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.imports = new UserImport(session, realm);
    }

    /**
     * The user of that name in any case; null if there is none, and where a directory has several of it, who are all
     * not meant.
     */
    public @Nullable UserModel byUsername(String username) {
        try {
            return find(Sought.named(username));
        } catch (ModelDuplicateException several) {
            LOG.debugf(several, "Realm %s has several users of one name", realm.getName());
            return null;
        }
    }

    /** The user with that email, verified or not; null if there is none. For realms where no two have one email. */
    public @Nullable UserModel byEmail(String email) {
        return find(Sought.withEmail(email));
    }

    /** All who have that email, verified or not, which is asked anew each time. */
    public Stream<UserModel> allByEmail(String email) {
        Sought sought = Sought.everyWithEmail(email);
        return imports.happens()
                ? Stream.concat(stored(sought).stream(), imports.of(sought.question()).stream())
                        .distinct()
                        .flatMap(id -> known(id, sought))
                : sought.question().ask(session.users(), realm);
    }

    /**
     * Takes in whom a directory has under that name or email, before Keycloak's checks of a profile look for them.
     * Whoever gets a name or an email has to ask this before.
     *
     * @param username may be null
     * @param email may be null
     * @throws RuntimeException that a directory made which may know and does not answer, when nobody is known by one of
     *     them
     */
    public void takeIn(@Nullable String username, @Nullable String email) {
        if (!imports.asksStores()) {
            return;
        }
        if (username != null) {
            require(Sought.named(username));
        }
        if (email != null && !realm.isDuplicateEmailsAllowed()) {
            require(Sought.withEmail(email));
        }
        if (email != null && realm.isRegistrationEmailAsUsername() && !email.equals(username)) {
            require(Sought.named(email));
        }
    }

    /**
     * Has Keycloak delete those of that name or email whose entry a directory has no more, while its cache still knows
     * them: else a new entry of the same name could not come in. To be asked before the request locks or changes
     * anything of theirs.
     */
    public void dropGone(String identifier) {
        if (imports.happens()) {
            Stream.concat(stored(Sought.named(identifier)).stream(), stored(Sought.everyWithEmail(identifier)).stream())
                    .distinct()
                    .map(id -> session.users().getUserById(realm, id))
                    .filter(Objects::nonNull)
                    .forEach(user -> StoredEntry.look(session, user));
        }
    }

    /** Where several have an email it is not free either, whoever they are. */
    private void require(Sought sought) {
        try {
            if (imports.happens()) {
                find(sought, imports::strictlyOf);
            } else {
                imports.askStrictly(sought.question());
            }
        } catch (ModelDuplicateException several) {
            LOG.debugf(several, "Realm %s has several users of one name or email", realm.getName());
        }
    }

    private @Nullable UserModel find(Sought sought) {
        return imports.happens()
                ? find(sought, imports::of)
                : sought.question().ask(session.users(), realm).findFirst().orElse(null);
    }

    private @Nullable UserModel find(Sought sought, Function<Question, List<String>> stores) {
        return first(stored(sought), sought)
                .or(() -> first(stores.apply(sought.question()), sought))
                .orElse(null);
    }

    /** By the database and not the cache, which may remember an import that Keycloak itself never committed. */
    private List<String> stored(Sought sought) {
        return sought.question()
                .ask(UserStoragePrivateUtil.userLocalStorage(session), realm)
                .map(user -> user.getId())
                .toList();
    }

    private Optional<UserModel> first(List<String> ids, Sought sought) {
        return ids.stream().flatMap(id -> known(id, sought)).findFirst();
    }

    private Stream<UserModel> known(String id, Sought sought) {
        return Stream.ofNullable(session.users().getUserById(realm, id)).filter(sought.meant());
    }
}
