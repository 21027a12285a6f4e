/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.Tokens;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users whom an admin puts out while their directory is away. */
class PuttingOutIT {

    @RegisterExtension
    static final App cachedApp = App.fresh();

    @RegisterExtension
    static final App uncachedApp = App.fresh();

    @RegisterExtension
    static final App notImportedApp = App.fresh();

    @RegisterExtension
    static final App notImportedUncachedApp = App.fresh();

    private static final Map<Realm, Directory> directories = new EnumMap<>(Realm.class);
    private static int users;

    private final String uid = "p" + users++;
    private Tokens tokens;

    /** How the realm keeps users of its directory. */
    enum Realm {
        CACHED,
        UNCACHED,
        NOT_IMPORTED,
        NOT_IMPORTED_UNCACHED;

        App app() {
            return switch (this) {
                case CACHED -> cachedApp;
                case UNCACHED -> uncachedApp;
                case NOT_IMPORTED -> notImportedApp;
                case NOT_IMPORTED_UNCACHED -> notImportedUncachedApp;
            };
        }

        Directory directory() {
            return directories.get(this);
        }
    }

    @BeforeAll
    static void join() {
        for (Realm realm : Realm.values()) {
            Directory directory = Directory.readOnly().trustingEmails();
            if (realm == Realm.UNCACHED || realm == Realm.NOT_IMPORTED_UNCACHED) {
                directory.with("cachePolicy", "NO_CACHE");
            }
            if (realm == Realm.NOT_IMPORTED || realm == Realm.NOT_IMPORTED_UNCACHED) {
                directory.withoutImport();
            }
            directories.put(realm, directory.join(realm.app()));
        }
    }

    @AfterEach
    void comeBack() {
        directories.values().forEach(Directory::comeBack);
    }

    @AfterAll
    static void close() {
        directories.values().forEach(Directory::close);
    }

    @ParameterizedTest
    @EnumSource
    void givenTheirDirectoryIsAway_whenTheirSessionsAreRevoked_thenNoTokenHoldsNowOrLater(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        platform(realm, Method.POST, "/end-users/" + tokens.userId() + "/sessions/revoke-all", null)
                .statusCode(204);

        out(realm);
        realm.app().api().signin(uid, Directory.PASSWORD).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void givenTheirDirectoryIsAway_whenTheSessionsOfManyAreRevoked_thenTheirsAreToo(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        platform(realm, Method.POST, "/end-users/bulk-revoke-sessions", selection())
                .statusCode(200)
                .body("affected_users", equalTo(1));

        out(realm);
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHED", "UNCACHED"})
    void givenTheirDirectoryIsAway_whenTheyAreSuspended_thenTheyStaySoUntilAnAdminLetsThemIn(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        status(realm, "suspended").statusCode(200).body("status", equalTo("suspended"));

        out(realm);
        realm.app().api().signin(uid, Directory.PASSWORD).statusCode(401);
        status(realm, "active").statusCode(200);
        realm.app().api().signin(uid, Directory.PASSWORD).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHED", "UNCACHED"})
    void givenTheirDirectoryIsAway_whenManyAreSuspended_thenTheyAreToo(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        platform(
                        realm,
                        Method.POST,
                        "/end-users/bulk-update-status",
                        Map.of("selection", selection().get("selection"), "status", "suspended"))
                .statusCode(200)
                .body("affected_users", equalTo(1));

        out(realm);
        realm.app().api().signin(uid, Directory.PASSWORD).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_IMPORTED", "NOT_IMPORTED_UNCACHED"})
    void givenTheirDirectoryIsAway_whenTheyAreSuspendedWhomKeycloakKeepsNothingOf_thenItSaysSo(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        status(realm, "suspended").statusCode(503).body("code", equalTo("DIRECTORY_UNAVAILABLE"));

        comeBack();
        realm.app().api().me(tokens.access()).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"CACHED", "UNCACHED"})
    void givenTheirDirectoryIsAway_whenTheyAreLetInAgain_thenThatWaits(Realm realm) {
        signIn(realm);
        realm.directory().goAway();
        status(realm, "suspended").statusCode(200);

        status(realm, "active").statusCode(503).body("code", equalTo("DIRECTORY_UNAVAILABLE"));
    }

    @ParameterizedTest
    @EnumSource
    void givenTheirDirectoryIsAway_whenTheyLogOut_thenTheyAreOut(Realm realm) {
        signIn(realm);
        realm.directory().goAway();

        realm.app().api().logout(tokens.refresh()).statusCode(204);
        realm.app().api().logout(tokens.refresh()).statusCode(204);

        comeBack();
        realm.app().api().refresh(tokens.refresh()).statusCode(401);
        // As with the directory there: the bearer runs out by itself.
        realm.app().api().me(tokens.access()).statusCode(200);
        assertThat(realm.app().realm().sessions(tokens.userId())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givenTheirDirectoryIsAway_whenATokenOfBeforeLogsOut_thenTheSessionIsOverAllTheSame(Realm realm) {
        signIn(realm);
        Tokens next = Tokens.of(realm.app().api().refresh(tokens.refresh()));
        realm.directory().goAway();

        realm.app().api().logout(tokens.refresh()).statusCode(401);

        comeBack();
        realm.app().api().refresh(next.refresh()).statusCode(401);
        realm.app().api().me(next.access()).statusCode(401);
    }

    private void signIn(Realm realm) {
        realm.directory().add(uid);
        tokens = Tokens.of(realm.app().api().signin(uid, Directory.PASSWORD));
        realm.app().api().me(tokens.access()).statusCode(200);
    }

    /** At once, and for good. */
    private void out(Realm realm) {
        realm.app().api().me(tokens.access()).statusCode(oneOf(401, 503));
        realm.app().api().refresh(tokens.refresh()).statusCode(oneOf(401, 503));
        comeBack();
        realm.app().api().me(tokens.access()).statusCode(401);
        realm.app().api().refresh(tokens.refresh()).statusCode(401);
    }

    private ValidatableResponse status(Realm realm, String status) {
        return platform(realm, Method.PATCH, "/end-users/" + tokens.userId() + "/status", Map.of("status", status));
    }

    private Map<String, ?> selection() {
        return Map.of("selection", Map.of("mode", "ids", "ids", List.of(tokens.userId())));
    }

    private static ValidatableResponse platform(Realm realm, Method method, String path, Object body) {
        return realm.app().platform().as(method, path, body);
    }
}
