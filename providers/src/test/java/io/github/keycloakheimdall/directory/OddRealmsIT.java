/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import io.github.keycloakheimdall.client.Tokens;
import io.github.keycloakheimdall.server.KeycloakExtension;
import io.github.keycloakheimdall.server.OnOneDatabase;
import io.github.keycloakheimdall.server.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Realms with many settings at once that are odd together, and users in a directory. */
@OnOneDatabase
@Tag("long")
@ExtendWith(KeycloakExtension.class)
class OddRealmsIT {

    private static final Map<String, Object> ORGANIZATIONS = Map.of("organizationsEnabled", true);
    private static final Map<String, Object> DUPLICATES =
            Map.of("duplicateEmailsAllowed", true, "loginWithEmailAllowed", false);
    private static final Map<String, Object> EMAILS_ARE_NAMES =
            Map.of("registrationEmailAsUsername", true, "loginWithEmailAllowed", true, "editUsernameAllowed", true);
    private static final Map<String, Object> FOR_GOOD = Map.of(
            "bruteForceProtected", true, "permanentLockout", true, "failureFactor", 3, "maxTemporaryLockouts", 1);
    private static final Map<String, Object> STRICT = Map.of(
            "passwordPolicy",
            "hashAlgorithm(pbkdf2-sha256) and hashIterations(1) and length(12) and notUsername and notEmail"
                    + " and passwordHistory(3) and forceExpiredPasswordChange(30)",
            "clientSessionIdleTimeout",
            600,
            "clientSessionMaxLifespan",
            900,
            "ssoSessionIdleTimeout",
            120,
            "revokeRefreshToken",
            true);
    private static final Map<String, Object> TONGUES = Map.of(
            "internationalizationEnabled",
            true,
            "supportedLocales",
            new String[] {"ja", "de"},
            "defaultLocale",
            "ja",
            "displayName",
            "Größe & <b>Söhne</b>");

    static Stream<Arguments> realms() {
        return Stream.of(
                Arguments.of("READ_ONLY", false, all(List.of(ORGANIZATIONS, DUPLICATES, FOR_GOOD))),
                Arguments.of("WRITABLE", true, all(List.of(EMAILS_ARE_NAMES, FOR_GOOD, TONGUES))),
                Arguments.of("UNSYNCED", true, all(List.of(ORGANIZATIONS, DUPLICATES, STRICT, FOR_GOOD))));
    }

    @ParameterizedTest
    @MethodSource("realms")
    void givenAnOddRealm_whenCallingEachRoute_thenItIsNeverTheServersFaultAndNobodyElseIsLostOrSignedOut(
            String mode, boolean imports, Map<String, Object> settings, RunningKeycloak server) {
        App fresh = App.fresh().withRealm(settings).with("heimdall.enforce_app_permissions", "true");
        try (App app = fresh.createOn(server);
                Directory directory = Directory.of(mode).trustingEmails()) {
            directory.with("importEnabled", Boolean.toString(imports)).join(app);
            TestUser local = TestUser.named("local");
            Tokens localTokens = app.api().signedUp(local);
            directory.add("bystander");
            Tokens theirs = Tokens.of(app.api().signin("bystander", Directory.PASSWORD));
            RouteCalls calls = new RouteCalls(app, directory);
            SoftAssertions all = new SoftAssertions();
            for (String route : RouteCalls.names()) {
                RouteCalls.Call call = calls.prepare(route);
                all.assertThat(call.send()).as("%s: %s", route, call.body()).isLessThan(500);
            }
            all.assertAll();
            app.api().me(localTokens.access()).statusCode(200);
            app.api().refresh(localTokens.refresh()).statusCode(200);
            app.api().me(theirs.access()).statusCode(200);
            app.api().refresh(theirs.refresh()).statusCode(200);
            assertThat(directory.has("bystander")).isTrue();
        }
    }

    private static Map<String, Object> all(List<Map<String, Object>> settings) {
        Map<String, Object> together = new HashMap<>();
        settings.forEach(together::putAll);
        return together;
    }
}
